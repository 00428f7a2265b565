package io.plsim.policy.document;

/**
 * The named choices where AWS's pages are silent or contradict each other; the first constant of each enum is the
 * default. Every choice has a row in {@code docs/fidelity.md}.
 *
 * @param awsStar who {@code {"AWS": "*"}} matches
 * @param toolSpellings which ARN spellings name a customer's code interpreter or browser
 * @param oauthPrincipalKeys what principal keys such as {@code aws:PrincipalAccount} hold for bearer callers
 */
public record Readings(AwsStar awsStar, ToolSpellings toolSpellings, OAuthPrincipalKeys oauthPrincipalKeys) {

    /** The readings under which the sentences of AWS's AgentCore endpoint page come true. */
    public static final Readings DEFAULT =
            new Readings(AwsStar.SIGNED_CALLERS, ToolSpellings.BOTH, OAuthPrincipalKeys.ABSENT);

    /** Who {@code {"AWS": "*"}} matches. */
    public enum AwsStar {
        /** Endpoint policies: signed callers only. Resource policies: everyone but bearer callers. */
        SIGNED_CALLERS,
        EVERYONE
    }

    /** Which ARN spellings name a customer's code interpreter or browser. */
    public enum ToolSpellings {
        /** {@code code-interpreter/ID} and {@code code-interpreter-custom/ID} name the same thing; likewise browsers. */
        BOTH,
        /** Only the spelling of the service authorization reference, {@code code-interpreter-custom/ID}. */
        REFERENCE_ONLY
    }

    /** What principal keys hold for bearer callers. */
    public enum OAuthPrincipalKeys {
        ABSENT,
        ANONYMOUS
    }
}
