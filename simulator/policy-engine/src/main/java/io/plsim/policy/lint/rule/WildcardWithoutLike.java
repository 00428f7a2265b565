package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;

/** A wildcard under an operator that takes it literally. */
final class WildcardWithoutLike extends LintRule {
    WildcardWithoutLike() {
        super(
                "WILDCARD_WITHOUT_LIKE",
                Severity.WARNING,
                "A value has a wildcard under StringEquals or StringNotEquals, where it is an ordinary character.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (Clause clause : statement.clauses()) {
            String base = clause.operator().base();
            if (!base.startsWith("StringEquals") && !base.startsWith("StringNotEquals")) {
                continue;
            }
            for (PlacedText value : clause.clause().values()) {
                if (wildcard(value.text())) {
                    advice.at(
                            value.place(),
                            "Under " + clause.clause().operator().text() + " the wildcard in "
                                    + Advice.quoted(value.text()) + " is an ordinary character; write "
                                    + (base.contains("Not") ? "StringNotLike" : "StringLike") + " to make it one.");
                }
            }
        }
    }

    private static boolean wildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("${", i) && text.indexOf('}', i) > 0) {
                i = text.indexOf('}', i);
            } else if (c == '*' || c == '?') {
                return true;
            }
        }
        return false;
    }
}
