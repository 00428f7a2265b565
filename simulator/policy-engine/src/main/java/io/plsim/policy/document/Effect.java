package io.plsim.policy.document;

/** What a statement does when it matches. */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** As it is written in a policy, case and all. */
    public String text() {
        return text;
    }
}
