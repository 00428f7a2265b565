package io.plsim.policy.lint.rule;

import io.plsim.policy.document.OperatorName.SetPrefix;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.matching.WildcardPattern;
import java.util.List;
import java.util.Locale;

/** Whether a condition clause can be true together with the other clauses on its key; looks at texts and presence only. */
final class Contradiction {
    private Contradiction() {}

    static boolean in(Clause clause, LintedStatement statement, boolean variables) {
        List<Clause> others = statement.clauses().stream()
                .filter(other -> !other.equals(clause) && other.name().equalsIgnoreCase(clause.name()))
                .toList();
        if (clause.asksPresence()) {
            return mustBeAbsent(clause)
                    && others.stream().anyMatch(other -> !other.trueWhenAbsent() && !other.asksPresence());
        }
        boolean lists = clause.operator().base().equals("StringEquals")
                && clause.operator().prefix() == SetPrefix.NONE
                && !clause.operator().ifExists()
                && !clause.clause().values().isEmpty()
                && plain(clause, variables);
        return lists
                && clause.clause().values().stream()
                        .noneMatch(value -> others.stream()
                                .allMatch(other -> !comparesText(other, variables) || admits(other, value.text())));
    }

    private static boolean mustBeAbsent(Clause clause) {
        return clause.operator().prefix() == SetPrefix.NONE
                && !clause.clause().values().isEmpty()
                && clause.clause().values().stream()
                        .allMatch(value -> value.text().equalsIgnoreCase("true"));
    }

    private static boolean comparesText(Clause clause, boolean variables) {
        return clause.operator().base().startsWith("String")
                && clause.operator().prefix() == SetPrefix.NONE
                && !clause.clause().values().isEmpty()
                && plain(clause, variables);
    }

    private static boolean plain(Clause clause, boolean variables) {
        return !variables
                || clause.clause().values().stream()
                        .noneMatch(value -> value.text().contains("${"));
    }

    private static boolean admits(Clause clause, String text) {
        String base = clause.operator().base();
        boolean listed = clause.clause().values().stream().anyMatch(value -> matches(base, value, text));
        return listed != base.contains("Not");
    }

    private static boolean matches(String base, PlacedText value, String text) {
        if (base.endsWith("Like")) {
            return WildcardPattern.of(value.text()).matches(text);
        }
        return base.endsWith("IgnoreCase")
                ? value.text().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))
                : value.text().equals(text);
    }
}
