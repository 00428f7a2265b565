package io.plsim.testkit.decisions;

import java.util.List;

/**
 * A policy that AWS would not store. The message has one line for each finding, {@code file:line:column: code at place:
 * what is wrong. Fix: ...}; there is no stack trace, because the fault is in the policy.
 */
public final class PolicyNotAttachedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PolicyNotAttachedException(List<String> lines) {
        super(String.join(System.lineSeparator(), lines), null, false, false);
    }
}
