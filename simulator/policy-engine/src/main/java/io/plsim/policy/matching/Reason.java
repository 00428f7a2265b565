package io.plsim.policy.matching;

/**
 * Why an element of a statement matches a request or does not: a closed list, so that a tool need not read sentences.
 * Every reason belongs to one side. The words are drawn in the package {@code explanation}; the examples are in the test
 * resources, one folder for each reason.
 */
public enum Reason {
    /** {@code "Principal": "*"}: everyone, bearer and unsigned callers too. */
    PRINCIPAL_EVERYONE(true),
    /** {@code {"AWS": "*"}} and a caller that IAM knows. */
    PRINCIPAL_ANY_IAM(true),
    /** The caller's own ARN, or the service's name, is listed. */
    PRINCIPAL_LISTED(true),
    /** The account of the caller is listed, by its id or its root ARN. */
    PRINCIPAL_LISTED_BY_ACCOUNT(true),
    /** The role behind the caller's session is listed. */
    PRINCIPAL_LISTED_BY_ROLE(true),
    /** A role of the session's role name is listed; the request does not say which path the role has. */
    PRINCIPAL_LISTED_BY_ROLE_NAME(true),
    /** NotPrincipal, and the caller is none of the listed. */
    PRINCIPAL_NOT_EXCLUDED(true),
    /** A Deny with NotPrincipal, which spares nobody who has a permissions boundary. */
    PRINCIPAL_HAS_BOUNDARY(true),
    /** NotPrincipal, and the caller is listed. */
    PRINCIPAL_EXCLUDED(false),
    /** AWS stores an empty list, and the statement then does nothing. */
    PRINCIPAL_LIST_EMPTY(false),
    /** A bearer caller against named IAM principals: only {@code "*"} admits it. */
    OAUTH_CALLER_NEEDS_STAR(false),
    /** An unsigned caller against named IAM principals: only {@code "*"} admits it. */
    UNSIGNED_CALLER_NEEDS_STAR(false),
    /** {@code {"AWS": "*"}} and a caller that it does not cover under the chosen reading. */
    AWS_STAR_IS_IAM_CALLERS(false),
    /** An AWS service calls, and it is not listed. */
    SERVICE_NOT_LISTED(false),
    /** Only services, identity providers or canonical users are listed; an IAM caller is none of these. */
    NO_IAM_PRINCIPAL_LISTED(false),
    /** The right ARN but for upper and lower case. */
    PRINCIPAL_DIFFERS_IN_CASE(false),
    /** The right user or role name under another path. */
    PRINCIPAL_DIFFERS_IN_PATH(false),
    /** The right ARN in another partition. */
    PRINCIPAL_OF_ANOTHER_PARTITION(false),
    /** Another session of the same role is listed. */
    PRINCIPAL_IS_ANOTHER_SESSION(false),
    /** A unique id is listed: the principal it named was deleted. */
    PRINCIPAL_IS_UNIQUE_ID(false),
    /** The caller's account is the right one, but the name is not. */
    OTHER_PRINCIPAL_OF_THE_ACCOUNT(false),
    /** Every listed principal belongs to another account. */
    PRINCIPAL_OF_ANOTHER_ACCOUNT(false),

    /** {@code "Action": "*"}. */
    ACTION_EVERY(true),
    ACTION_LISTED(true),
    ACTION_LISTED_BY_WILDCARD(true),
    /** NotAction, and the action is none of the listed. */
    ACTION_NOT_EXCLUDED(true),
    /** NotAction, and the action is listed. */
    ACTION_EXCLUDED(false),
    ACTION_LIST_EMPTY(false),
    /** The name is right and the service prefix is not. */
    ACTION_OF_ANOTHER_SERVICE(false),
    /** The service prefix itself has a wildcard; those match nothing here. */
    ACTION_PREFIX_HAS_WILDCARD(false),
    ACTION_NOT_LISTED(false),

    /** {@code "Resource": "*"}. */
    RESOURCE_EVERY(true),
    RESOURCE_LISTED(true),
    RESOURCE_LISTED_BY_WILDCARD(true),
    /** A pattern whose variables were filled in from the request. */
    RESOURCE_LISTED_BY_VARIABLE(true),
    /** The statement uses the other of two spellings that AWS itself uses for one resource. */
    RESOURCE_LISTED_BY_OTHER_SPELLING(true),
    /** NotResource, and the resource is none of the listed. */
    RESOURCE_NOT_EXCLUDED(true),
    /** NotResource, and the resource is listed. */
    RESOURCE_EXCLUDED(false),
    RESOURCE_LIST_EMPTY(false),
    /** The action has no resource, so the question is about {@code *}, which only {@code *} covers. */
    RESOURCE_NEEDS_STAR(false),
    /** A variable of the pattern has no value in this request. */
    RESOURCE_VARIABLE_WITHOUT_VALUE(false),
    /** A {@code ${...}} that is plain text because the policy lacks the Version that knows variables. */
    RESOURCE_VARIABLE_IS_TEXT(false),
    /** The other spelling of the resource is listed, and the chosen reading does not take it for the same thing. */
    RESOURCE_IN_OTHER_SPELLING(false),
    /** The right ARN but for upper and lower case. */
    RESOURCE_DIFFERS_IN_CASE(false),
    /** A runtime (or harness) is listed and its endpoint asked about, or the other way round. */
    RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT(false),
    /** The listed ARN has no account where the request has one. */
    RESOURCE_WITHOUT_ACCOUNT(false),
    /** Fewer than the six fields of an ARN. */
    RESOURCE_ARN_INCOMPLETE(false),
    RESOURCE_OF_ANOTHER_PARTITION(false),
    RESOURCE_OF_ANOTHER_SERVICE(false),
    RESOURCE_OF_ANOTHER_REGION(false),
    RESOURCE_OF_ANOTHER_ACCOUNT(false),
    /** The right id under another resource type, such as {@code memory/x} for {@code runtime/x}. */
    RESOURCE_OF_ANOTHER_TYPE(false),
    RESOURCE_NOT_LISTED(false),

    CONDITION_TRUE(true),
    /** A negated operator is true when the request lacks the key: the trap of many a Deny. */
    CONDITION_TRUE_BECAUSE_KEY_ABSENT(true),
    /** {@code ...IfExists}, and the request lacks the key. */
    CONDITION_TRUE_BECAUSE_IF_EXISTS(true),
    /** {@code ForAllValues}, and the request has no value that could break the rule. */
    CONDITION_TRUE_BECAUSE_NO_VALUES(true),
    /** A negated operator whose variable has no value. */
    CONDITION_TRUE_BECAUSE_VARIABLE_WITHOUT_VALUE(true),
    /** A negated operator without a set prefix, and a key with several values. */
    CONDITION_TRUE_BECAUSE_SEVERAL_VALUES(true),
    /** {@code Null: false}, and the request has the key. */
    CONDITION_KEY_PRESENT_AS_ASKED(true),
    /** {@code Null: true}, and the request lacks the key. */
    CONDITION_KEY_ABSENT_AS_ASKED(true),
    /** {@code ForAllValues:Null}. */
    CONDITION_ALWAYS_TRUE(true),
    CONDITION_FALSE(false),
    CONDITION_FALSE_BECAUSE_KEY_ABSENT(false),
    /** A positive operator without a set prefix, and a key with several values. */
    CONDITION_FALSE_BECAUSE_SEVERAL_VALUES(false),
    /** A negated operator, and the request has one of the values it excludes. */
    CONDITION_VALUE_EXCLUDED(false),
    /** {@code ForAllValues}, and at least one value of the request breaks the rule. */
    CONDITION_FALSE_FOR_ONE_VALUE(false),
    /** {@code ForAnyValue}, and no value of the request satisfies it. */
    CONDITION_FALSE_FOR_EVERY_VALUE(false),
    CONDITION_VARIABLE_WITHOUT_VALUE(false),
    /** A {@code ${...}} that is plain text because the policy lacks the Version that knows variables. */
    CONDITION_VARIABLE_IS_TEXT(false),
    /** The right value but for upper and lower case, under an operator that tells them apart. */
    CONDITION_DIFFERS_IN_CASE(false),
    /** A {@code *} under an operator that has no wildcards. */
    CONDITION_WILDCARD_IS_TEXT(false),
    /** The policy's value is no number, date, address, ... as its operator needs. */
    CONDITION_POLICY_VALUE_UNREADABLE(false),
    /** The request's value is no number, date, address, ... as the operator needs. */
    CONDITION_REQUEST_VALUE_UNREADABLE(false),
    CONDITION_LIST_EMPTY(false),
    /** {@code Null: true}, and the request has the key. */
    CONDITION_KEY_PRESENT(false),
    /** {@code ForAnyValue:Null}. */
    CONDITION_ALWAYS_FALSE(false);

    private final boolean matches;

    Reason(boolean matches) {
        this.matches = matches;
    }

    /** Whether an element with this reason lets its statement apply. */
    public boolean matches() {
        return matches;
    }
}
