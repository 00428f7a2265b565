package io.plsim.policy.decision;

/** What a policy says to one question; AWS words the two denials differently, so they stay apart. */
public enum Outcome {
    ALLOWED("allowed"),
    EXPLICIT_DENY("explicitDeny"),
    IMPLICIT_DENY("implicitDeny");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** The name used in JSON, in headers and in records. */
    public String text() {
        return text;
    }
}
