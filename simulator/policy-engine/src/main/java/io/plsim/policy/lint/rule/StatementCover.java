package io.plsim.policy.lint.rule;

import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.document.PatternElement;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Statement;
import io.plsim.policy.lint.subject.ArnText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a statement matches every request that another one matches; says no where it is not sure. */
final class StatementCover {
    private StatementCover() {}

    static boolean covers(Statement wide, Statement narrow) {
        return elements(wide.action(), narrow.action(), true)
                && elements(wide.resource(), narrow.resource(), false)
                && principals(wide.principal(), narrow.principal())
                && wide.conditions().stream()
                        .allMatch(clause -> narrow.conditions().stream().anyMatch(other -> same(clause, other)));
    }

    /** Whether one value of Action or Resource covers another. */
    static boolean value(String wide, String narrow) {
        if (wide.equals("*") || wide.equals(narrow)) {
            return true;
        }
        if (wide.contains("${")) {
            return false;
        }
        Optional<ArnText> a = ArnText.of(wide);
        Optional<ArnText> b = ArnText.of(narrow);
        if (a.isEmpty() && b.isEmpty()) {
            return wide.indexOf(':') > 0 && PatternCover.covers(wide, narrow);
        }
        return a.isPresent()
                && b.isPresent()
                && a.get().complete()
                && b.get().complete()
                && PatternCover.covers(a.get().partition(), b.get().partition())
                && PatternCover.covers(a.get().service(), b.get().service())
                && PatternCover.covers(a.get().region(), b.get().region())
                && PatternCover.covers(a.get().account(), b.get().account())
                && PatternCover.covers(a.get().resource(), b.get().resource());
    }

    private static boolean elements(PatternElement wide, PatternElement narrow, boolean ignoreCase) {
        if (wide.inverted() != narrow.inverted()
                || wide.values().isEmpty()
                || narrow.values().isEmpty()) {
            return false;
        }
        if (wide.inverted()) {
            return texts(wide.values(), ignoreCase).equals(texts(narrow.values(), ignoreCase));
        }
        Set<String> wides = texts(wide.values(), ignoreCase);
        return texts(narrow.values(), ignoreCase).stream()
                .allMatch(one -> wides.contains(one) || wides.stream().anyMatch(candidate -> value(candidate, one)));
    }

    private static boolean principals(@Nullable PrincipalElement wide, @Nullable PrincipalElement narrow) {
        if (wide == null || narrow == null) {
            return wide == null && narrow == null;
        }
        if (wide.inverted() || narrow.inverted()) {
            return wide.inverted() == narrow.inverted()
                    && new HashSet<>(names(wide)).equals(new HashSet<>(names(narrow)));
        }
        return !narrow.entries().isEmpty()
                && narrow.entries().stream()
                        .allMatch(entry -> wide.entries().stream().anyMatch(other -> principal(other, entry)));
    }

    private static boolean principal(PrincipalElement.Entry wide, PrincipalElement.Entry narrow) {
        if (wide.kind() == PrincipalElement.Kind.EVERYONE) {
            return true;
        }
        String text = wide.value().text();
        if (wide.kind() != narrow.kind()) {
            return false;
        }
        if (text.equals(narrow.value().text()) || wide.kind() == PrincipalElement.Kind.AWS && text.equals("*")) {
            return true;
        }
        String account = InvalidAccount.isId(text)
                ? text
                : ArnText.of(text)
                        .filter(arn -> arn.resource().equals("root"))
                        .map(ArnText::account)
                        .orElse("");
        return !account.isEmpty()
                && (narrow.value().text().equals(account)
                        || ArnText.of(narrow.value().text())
                                .filter(arn -> arn.account().equals(account))
                                .isPresent());
    }

    private static List<String> names(PrincipalElement principal) {
        return principal.entries().stream()
                .map(entry -> entry.kind() + " " + entry.value().text())
                .toList();
    }

    private static boolean same(ConditionClause a, ConditionClause b) {
        return a.operator().text().equals(b.operator().text())
                && a.key().text().equalsIgnoreCase(b.key().text())
                && texts(a.values(), false).equals(texts(b.values(), false));
    }

    private static Set<String> texts(List<PlacedText> values, boolean ignoreCase) {
        Set<String> texts = new HashSet<>();
        values.forEach(value -> texts.add(ignoreCase ? value.text().toLowerCase(Locale.ROOT) : value.text()));
        return texts;
    }
}
