package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.List;
import java.util.Locale;

/** A value that another value of the same list covers. */
final class RedundantValue extends LintRule {
    RedundantValue() {
        super(
                "REDUNDANT_VALUE",
                Severity.NOTE,
                "A value of Action or Resource is covered by another value of the same list.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (policy.comparable()) {
            list(statement.statement().action(), true, advice);
            list(statement.statement().resource(), false, advice);
        }
    }

    private static void list(PatternElement element, boolean ignoreCase, Advice advice) {
        List<PlacedText> values = element.values();
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                if (i != j && covers(values.get(j).text(), values.get(i).text(), ignoreCase, j < i)) {
                    advice.at(
                            values.get(i).place(),
                            Advice.quoted(values.get(i).text()) + " adds nothing: "
                                    + Advice.quoted(values.get(j).text()) + " in the same list covers it.");
                    break;
                }
            }
        }
    }

    private static boolean covers(String wide, String narrow, boolean ignoreCase, boolean earlier) {
        String a = ignoreCase ? wide.toLowerCase(Locale.ROOT) : wide;
        String b = ignoreCase ? narrow.toLowerCase(Locale.ROOT) : narrow;
        if (a.equals(b)) {
            return earlier;
        }
        return StatementCover.value(a, b);
    }
}
