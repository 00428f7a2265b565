package io.plsim.policy.matching;

/** Why an element matched or did not. */
public enum Reason {
    EVERYONE,
    /** AWS stores an empty list, and the statement then does nothing. */
    EMPTY_LIST,
    PRINCIPAL_LISTED,
    PRINCIPAL_NOT_LISTED,
    /** A bearer caller against named IAM principals: only {@code "*"} admits it. */
    OAUTH_CALLER_NEEDS_STAR,
    /** An unsigned caller against named IAM principals. */
    ANONYMOUS_CALLER_NEEDS_STAR,
    /** {@code {"AWS": "*"}} and a caller that it does not cover under the chosen reading. */
    AWS_STAR_IS_SIGNED_CALLERS,
    /** The caller's account is the right one, but the name is not. */
    OTHER_PRINCIPAL_OF_THE_ACCOUNT,
    PRINCIPAL_EXCLUDED,
    PRINCIPAL_NOT_EXCLUDED,
    ACTION_LISTED,
    ACTION_NOT_LISTED,
    /** The name is right and the service prefix is not. */
    ACTION_OF_ANOTHER_SERVICE,
    ACTION_EXCLUDED,
    ACTION_NOT_EXCLUDED,
    RESOURCE_LISTED,
    /** The statement uses the other of two spellings that AWS itself uses for one resource. */
    RESOURCE_LISTED_BY_OTHER_SPELLING,
    RESOURCE_NOT_LISTED,
    RESOURCE_OF_ANOTHER_ACCOUNT,
    RESOURCE_OF_ANOTHER_REGION,
    RESOURCE_VARIABLE_WITHOUT_VALUE,
    RESOURCE_EXCLUDED,
    RESOURCE_NOT_EXCLUDED,
    CONDITION_TRUE,
    CONDITION_TRUE_BECAUSE_KEY_ABSENT,
    CONDITION_FALSE,
    CONDITION_FALSE_BECAUSE_KEY_ABSENT,
    CONDITION_VARIABLE_WITHOUT_VALUE,
    CONDITION_KEY_HAS_SEVERAL_VALUES
}
