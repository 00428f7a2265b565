package io.plsim.policy.lint.rule;

import io.plsim.policy.document.OperatorName.SetPrefix;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;

/** Null with a set operator, which has one answer only. */
final class NullWithSetOperator extends LintRule {
    NullWithSetOperator() {
        super(
                "NULL_WITH_SET_OPERATOR",
                Severity.WARNING,
                "Null has a set operator: ForAllValues:Null is always true, ForAnyValue:Null never.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (Clause clause : statement.clauses()) {
            if (clause.asksPresence() && clause.operator().prefix() != SetPrefix.NONE) {
                advice.at(
                        clause.clause().operator().place(),
                        clause.clause().operator().text() + " is "
                                + (clause.operator().prefix() == SetPrefix.FOR_ALL_VALUES ? "always" : "never")
                                + " true, whatever the request carries; write Null.",
                        "Null");
            }
        }
    }
}
