package io.plsim.policy.lint;

import io.plsim.policy.document.PolicyType;
import java.util.stream.Stream;

/** The policies of {@code lint/cases.json}, for tests of what is built on the rules. */
public final class LintCases {
    private LintCases() {}

    /** A policy and its type. */
    public record Policy(String name, String policy, PolicyType type) {}

    public static Stream<Policy> policies() {
        return LintCase.all().stream().map(one -> new Policy(one.name(), one.policy(), one.type()));
    }
}
