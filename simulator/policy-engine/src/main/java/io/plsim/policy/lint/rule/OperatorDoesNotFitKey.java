package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.reference.KnownConditionKey;
import java.util.List;
import java.util.Map;

/** An operator for another type than the key's. */
final class OperatorDoesNotFitKey extends LintRule {
    /** Families by type of key; text comparison works for truth values, dates and numbers too, not for addresses. */
    private static final Map<String, List<String>> FAMILIES = Map.of(
            "String", List.of("String", "Arn"),
            "Arn", List.of("Arn", "String"),
            "IpAddress", List.of("IpAddress"),
            "Bool", List.of("Bool", "String"),
            "Date", List.of("Date", "Numeric"),
            "Numeric", List.of("Numeric", "String"));

    OperatorDoesNotFitKey() {
        super(
                "OPERATOR_DOES_NOT_FIT_KEY",
                Severity.WARNING,
                "The operator compares another type than the condition key has.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (Clause clause : statement.clauses()) {
            String base = clause.operator().base();
            clause.key()
                    .filter(key -> !clause.asksPresence() && !fits(key, base))
                    .ifPresent(key -> advice.at(
                            clause.clause().operator().place(),
                            clause.name() + " is of type " + key.type() + "; "
                                    + clause.clause().operator().text() + " compares another type. Use "
                                    + FAMILIES.getOrDefault(key.type(), List.of("String"))
                                            .get(0) + " operators."));
        }
    }

    private static boolean fits(KnownConditionKey key, String base) {
        return FAMILIES.getOrDefault(key.type(), List.of("")).stream().anyMatch(base::contains);
    }
}
