package io.plsim.policy.document;

import java.util.List;

/** A policy document that cannot be attached; the findings name every place and its fix. */
public final class InvalidPolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<PolicyFinding> findings;

    public InvalidPolicyException(List<PolicyFinding> findings) {
        super(summary(findings));
        this.findings = List.copyOf(findings);
    }

    /** Everything that is wrong, in the order of the document; at least one is an error. */
    public List<PolicyFinding> findings() {
        return findings;
    }

    private static String summary(List<PolicyFinding> findings) {
        PolicyFinding first = findings.get(0);
        return "%s at %s (line %d, column %d): %s"
                .formatted(first.code(), first.location(), first.line(), first.column(), first.message());
    }
}
