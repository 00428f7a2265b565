package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.VariableText;

/** A variable that is not written as one. */
final class MalformedVariable extends LintRule {
    MalformedVariable() {
        super(
                "MALFORMED_VARIABLE",
                Severity.WARNING,
                "A variable lacks its brace, its name or the quotes of its default, or has a space in its name.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (policy.document().hasVariables()) {
            VariablePlaces.supported(statement).forEach(value -> check(value, advice));
        }
    }

    private static void check(PlacedText value, Advice advice) {
        for (VariableText variable : VariableText.in(value.text())) {
            if (!variable.wellFormed() && !variable.escape()) {
                advice.at(
                        value.place(),
                        Advice.quoted("${" + variable.inside() + (variable.closed() ? "}" : ""))
                                + " is no variable: write ${key} or ${key, 'default'}. As it stands it is text.");
            }
        }
    }
}
