package io.plsim.testkit.decisions;

/** The way into assertions on decisions; import statically, beside AssertJ's own. */
public final class DecisionAssertions {
    private DecisionAssertions() {}

    /** Assertions on what a simulator decided. */
    public static DecisionsAssert assertThat(Decisions decisions) {
        return new DecisionsAssert(decisions);
    }

    /** The policy has a matching Deny. */
    public static DenialKind explicitDeny() {
        return DenialKind.EXPLICIT_DENY;
    }

    /** No statement of the policy allows it. */
    public static DenialKind implicitDeny() {
        return DenialKind.IMPLICIT_DENY;
    }

    /** Audit mode recorded the denial and let the request pass. */
    public static DenialKind auditDeny() {
        return DenialKind.AUDIT_DENY;
    }
}
