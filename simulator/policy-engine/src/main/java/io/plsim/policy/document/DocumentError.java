package io.plsim.policy.document;

/**
 * What AWS would not store; the name is the finding's code. Everything that is not here is at most a warning and evaluates
 * (IAM policy grammar, Access Analyzer policy checks, PrivateLink guide on endpoint policies).
 */
public enum DocumentError {
    MALFORMED_JSON("The text is not JSON."),
    MALFORMED_POLICY("The document is JSON, but no object."),
    POLICY_TOO_LARGE("The document has more than 20,480 characters, white space included."),
    DUPLICATE_KEY("A key stands twice in one object; for context keys case does not matter."),
    UNKNOWN_ELEMENT("The policy or statement has an element that the language does not know."),
    MISSING_ELEMENT("Statement, Effect, or one of a pair such as Action and NotAction is missing."),
    ELEMENT_PAIR("A statement has both of a pair such as Resource and NotResource."),
    WRONG_TYPE("An element holds the wrong kind of JSON value."),
    INVALID_VERSION("Version is neither 2012-10-17 nor 2008-10-17."),
    INVALID_EFFECT("Effect is not exactly Allow or Deny."),
    UNSUPPORTED_PRINCIPAL("An identity policy names a principal."),
    INVALID_PRINCIPAL_FORMAT("A principal is neither \"*\" nor an object of AWS, Service, Federated, CanonicalUser."),
    WILDCARD_IN_PRINCIPAL("A principal has a wildcard inside."),
    MALFORMED_ARN("A text is no arn:partition:service:..., often because of a doubled colon."),
    UNKNOWN_CONDITION_OPERATOR("There is no condition operator of that name."),
    NUMERIC_OPERATOR_ON_IDENTIFIER("Endpoint policies only: a numeric operator on a key that holds an identifier."),
    WILDCARD_ON_IDENTIFIER("Endpoint policies only: a wildcard in the value of a key that holds an identifier."),
    TOO_FEW_CHARACTERS_BESIDE_WILDCARD(
            "Endpoint policies only: fewer than six characters before and after a wildcard.");

    private final String sentence;

    DocumentError(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
