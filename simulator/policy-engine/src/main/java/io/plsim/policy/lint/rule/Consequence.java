package io.plsim.policy.lint.rule;

import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;

/** What it means for a statement that no request carries the key of one of its conditions. */
final class Consequence {
    private Consequence() {}

    static String ofAbsence(LintedStatement statement, Clause clause) {
        String effect = statement.statement().effect().text();
        if (clause.asksPresence()) {
            return "so asking whether it is there has one answer only.";
        }
        return clause.trueWhenAbsent()
                ? "and " + clause.clause().operator().text() + " is true for an absent key, so this condition keeps no"
                        + " request from the " + effect + "."
                : "so this condition is never true and the " + effect + " never applies.";
    }
}
