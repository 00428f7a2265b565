package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** An Allow that a Deny takes back whole. */
final class ShadowedStatement extends LintRule {
    ShadowedStatement() {
        super(
                "SHADOWED_STATEMENT",
                Severity.WARNING,
                "A Deny matches every request that an Allow matches, so the Allow has no effect.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!policy.comparable() || !statement.allows()) {
            return;
        }
        for (LintedStatement other : policy.statements()) {
            if (!other.allows() && StatementCover.covers(other.statement(), statement.statement())) {
                advice.at(
                        statement.statement().place(),
                        "This Allow has no effect: the Deny of "
                                + other.statement().label() + " matches every request that it matches.");
                return;
            }
        }
    }
}
