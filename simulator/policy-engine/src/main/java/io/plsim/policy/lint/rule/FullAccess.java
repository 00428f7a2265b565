package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** A statement that allows everything to everybody. */
final class FullAccess extends LintRule {
    FullAccess() {
        super(
                "FULL_ACCESS",
                Severity.NOTE,
                "A statement allows everything to everybody, like the policy of an endpoint that has none.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        boolean full = isEndpoint(policy)
                && statement.allows()
                && statement.everyone()
                && statement.clauses().isEmpty()
                && !statement.statement().action().inverted()
                && !statement.statement().resource().inverted()
                && statement.actions().stream().anyMatch(action -> action.everything())
                && statement.resources().stream().anyMatch(resource -> resource.everything());
        if (full) {
            advice.at(
                    statement.statement().place(),
                    "This statement allows everything to everybody, as an endpoint without a policy does.");
        }
    }
}
