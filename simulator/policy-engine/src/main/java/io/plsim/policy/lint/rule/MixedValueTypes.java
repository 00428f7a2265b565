package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.lint.subject.SourceText;

/** A list of values of several JSON types. */
final class MixedValueTypes extends LintRule {
    MixedValueTypes() {
        super("MIXED_VALUE_TYPES", Severity.WARNING, "The values of one condition key are of several JSON types.");
    }

    @Override
    public void check(LintedPolicy policy, Advice advice) {
        SourceText source = new SourceText(policy.document().source());
        for (LintedStatement statement : policy.statements()) {
            for (Clause clause : statement.clauses()) {
                long kinds = clause.clause().values().stream()
                        .map(value -> kind(value, source))
                        .distinct()
                        .count();
                if (kinds > 1) {
                    advice.at(
                            clause.clause().key().place(),
                            "The values of " + clause.name()
                                    + " are of several JSON types; AWS asks for one, so quote them all.");
                }
            }
        }
    }

    private static char kind(PlacedText value, SourceText source) {
        char first =
                source.charAt(source.offset(value.place().line(), value.place().column()));
        return switch (first) {
            case '"' -> 's';
            case 't', 'f' -> 'b';
            default -> 'n';
        };
    }
}
