package io.plsim.policy.lint.rule;

import io.plsim.policy.document.OperatorName.SetPrefix;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.reference.KnownConditionKey;

/** A key with several values under an operator that compares one. */
final class MultivaluedKeyWithoutSetOperator extends LintRule {
    MultivaluedKeyWithoutSetOperator() {
        super(
                "MULTIVALUED_KEY_WITHOUT_SET_OPERATOR",
                Severity.WARNING,
                "A key that can have several values stands under an operator without ForAllValues or ForAnyValue.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (Clause clause : statement.clauses()) {
            boolean plain = clause.key().filter(KnownConditionKey::multivalued).isPresent()
                    && clause.operator().prefix() == SetPrefix.NONE
                    && !clause.asksPresence();
            if (plain) {
                advice.at(
                        clause.clause().operator().place(),
                        clause.name() + " can have several values; write ForAnyValue:"
                                + clause.operator().base() + " (at least one) or ForAllValues:"
                                + clause.operator().base() + " (every one).",
                        "ForAnyValue:" + clause.clause().operator().text());
            }
        }
    }
}
