package io.plsim.testkit.decisions;

/** The ways in which a policy says no. */
public enum DenialKind {
    EXPLICIT_DENY("explicitDeny"),
    IMPLICIT_DENY("implicitDeny"),
    AUDIT_DENY("auditDeny");

    private final String text;

    DenialKind(String text) {
        this.text = text;
    }

    /** The name in records and headers. */
    public String text() {
        return text;
    }
}
