package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;

/** A statement whose conditions contradict each other. */
final class UnreachableStatement extends LintRule {
    UnreachableStatement() {
        super(
                "UNREACHABLE_STATEMENT",
                Severity.WARNING,
                "The conditions of a statement contradict each other, so it matches nothing.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!policy.comparable()) {
            return;
        }
        boolean variables = policy.document().hasVariables();
        for (Clause clause : statement.clauses()) {
            if (Contradiction.in(clause, statement, variables)) {
                advice.at(
                        statement.statement().place(),
                        "No request satisfies the conditions of this statement: those on " + clause.name()
                                + " contradict each other.");
                return;
            }
        }
    }
}
