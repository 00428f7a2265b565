package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** A statement that another one of the same effect covers. */
final class RedundantStatement extends LintRule {
    RedundantStatement() {
        super(
                "REDUNDANT_STATEMENT",
                Severity.NOTE,
                "Another statement of the same effect matches every request that this one matches.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!policy.comparable()) {
            return;
        }
        int index = statement.statement().index();
        for (LintedStatement other : policy.statements()) {
            int otherIndex = other.statement().index();
            boolean covered = otherIndex != index
                    && other.allows() == statement.allows()
                    && StatementCover.covers(other.statement(), statement.statement())
                    && (otherIndex < index || !StatementCover.covers(statement.statement(), other.statement()));
            if (covered) {
                advice.at(
                        statement.statement().place(),
                        "This statement adds nothing: " + other.statement().label()
                                + " matches every request that it matches.");
                return;
            }
        }
    }
}
