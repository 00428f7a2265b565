package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.reference.KnownConditionKey.Presence;

/** A condition key that no request through an endpoint carries, above all {@code aws:SourceIp}. */
final class KeyAbsentAtEndpoint extends LintRule {
    KeyAbsentAtEndpoint() {
        super(
                "KEY_ABSENT_AT_ENDPOINT",
                Severity.WARNING,
                "No request through an interface endpoint carries the condition key, such as aws:SourceIp.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!isEndpoint(policy)) {
            return;
        }
        for (Clause clause : statement.clauses()) {
            clause.key().filter(key -> key.presence() == Presence.NEVER).ifPresent(key -> {
                String message = clause.name() + " is absent here: " + key.why() + "; "
                        + Consequence.ofAbsence(statement, clause);
                if (key.name().equals("aws:SourceIp")) {
                    advice.at(clause.clause().key().place(), message, "aws:VpcSourceIp");
                } else {
                    advice.at(clause.clause().key().place(), message);
                }
            });
        }
    }
}
