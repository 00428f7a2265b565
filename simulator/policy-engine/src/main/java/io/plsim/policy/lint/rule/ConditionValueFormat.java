package io.plsim.policy.lint.rule;

import io.plsim.policy.condition.ConditionOperators;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import java.util.Map;

/** A value that its operator cannot read. */
final class ConditionValueFormat extends LintRule {
    private static final Map<String, String> FORMS = Map.of(
            "Numeric", "a number",
            "Date", "a date such as 2026-11-23T12:00:00Z",
            "IpAddress", "an address or range such as 10.0.0.0/16",
            "Arn", "an ARN of six parts",
            "Binary", "base64",
            "Bool", "true or false");

    ConditionValueFormat() {
        super(
                "CONDITION_VALUE_FORMAT",
                Severity.WARNING,
                "A condition value is not of the form that its operator reads, so nothing equals it.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (Clause clause : statement.clauses()) {
            String base = clause.operator().base();
            for (PlacedText value : clause.clause().values()) {
                if (!value.text().contains("${") && !ConditionOperators.reads(base, value.text())) {
                    String family = FORMS.keySet().stream()
                            .filter(base::contains)
                            .findFirst()
                            .orElse("Null");
                    advice.at(
                            value.place(),
                            Advice.quoted(value.text()) + " is not " + FORMS.getOrDefault(family, "true or false")
                                    + ", which " + clause.clause().operator().text()
                                    + " compares with; nothing satisfies it.");
                }
            }
        }
    }
}
