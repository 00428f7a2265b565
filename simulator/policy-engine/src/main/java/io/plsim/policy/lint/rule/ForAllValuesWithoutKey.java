package io.plsim.policy.lint.rule;

import io.plsim.policy.document.OperatorName.SetPrefix;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.reference.KnownConditionKey;

/** An Allow with ForAllValues that also admits requests without the key. */
final class ForAllValuesWithoutKey extends LintRule {
    ForAllValuesWithoutKey() {
        super(
                "FOR_ALL_VALUES_WITHOUT_KEY",
                Severity.WARNING,
                "An Allow with ForAllValues also admits requests that do not carry the key at all.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!statement.allows()) {
            return;
        }
        for (Clause clause : statement.clauses()) {
            boolean open = clause.operator().prefix() == SetPrefix.FOR_ALL_VALUES
                    && clause.key().filter(KnownConditionKey::multivalued).isPresent()
                    && !clause.asksPresence()
                    && !statement.demands(clause.name());
            if (open) {
                advice.at(
                        clause.clause().operator().place(),
                        "ForAllValues is true when the request does not carry " + clause.name()
                                + ", so this Allow admits such requests too; add \"Null\": {\"" + clause.name()
                                + "\": \"false\"}.");
            }
        }
    }
}
