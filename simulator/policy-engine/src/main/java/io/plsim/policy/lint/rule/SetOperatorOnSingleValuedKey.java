package io.plsim.policy.lint.rule;

import io.plsim.policy.document.OperatorName.SetPrefix;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;

/** A set operator on a key that has one value. */
final class SetOperatorOnSingleValuedKey extends LintRule {
    SetOperatorOnSingleValuedKey() {
        super(
                "SET_OPERATOR_ON_SINGLE_VALUED_KEY",
                Severity.WARNING,
                "A key that has one value stands under ForAllValues or ForAnyValue.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (Clause clause : statement.clauses()) {
            boolean single = clause.key().filter(key -> !key.multivalued()).isPresent()
                    && clause.operator().prefix() != SetPrefix.NONE
                    && !clause.asksPresence();
            if (single) {
                String written = clause.clause().operator().text();
                advice.at(
                        clause.clause().operator().place(),
                        clause.name() + " has one value"
                                + (clause.operator().prefix() == SetPrefix.FOR_ALL_VALUES
                                        ? "; ForAllValues is also true when the key is absent"
                                        : "")
                                + ". Write the operator without its prefix.",
                        written.substring(written.indexOf(':') + 1));
            }
        }
    }
}
