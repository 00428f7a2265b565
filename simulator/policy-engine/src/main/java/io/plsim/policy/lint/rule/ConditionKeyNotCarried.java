package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.reference.KnownAction;
import io.plsim.policy.reference.KnownConditionKey;
import io.plsim.policy.reference.KnownConditionKey.Presence;
import java.util.List;
import java.util.TreeSet;

/** A key of the service that requests of these actions do not carry. */
final class ConditionKeyNotCarried extends LintRule {
    ConditionKeyNotCarried() {
        super(
                "CONDITION_KEY_NOT_CARRIED",
                Severity.WARNING,
                "Requests of the statement's actions do not carry the condition key.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (Clause clause : statement.clauses()) {
            clause.key()
                    .filter(key -> key.presence() == Presence.ACTION)
                    .ifPresent(key -> advise(statement, clause, key, policy, advice));
        }
    }

    private static void advise(
            LintedStatement statement, Clause clause, KnownConditionKey key, LintedPolicy policy, Advice advice) {
        List<KnownAction> asked = statement.covered().stream()
                .filter(action -> !isEndpoint(policy) || action.plane() != KnownAction.Plane.CONTROL)
                .toList();
        boolean carried = asked.stream().anyMatch(action -> key.actions().contains(action.name()));
        if (!asked.isEmpty() && !carried) {
            advice.at(
                    clause.clause().key().place(),
                    "No request of these actions carries " + clause.name() + " (only "
                            + String.join(", ", new TreeSet<>(key.actions())) + " do), "
                            + Consequence.ofAbsence(statement, clause));
            return;
        }
        if (clause.trueWhenAbsent() == statement.allows() || clause.asksPresence()) {
            return;
        }
        for (LintedAction action : statement.actions()) {
            boolean without = action.known().size() == 1
                    && !key.actions().contains(action.known().get(0).name())
                    && !statement.statement().action().inverted();
            if (without) {
                advice.at(
                        action.value().place(),
                        "Requests of " + action.value().text() + " do not carry " + clause.name()
                                + ": for them the condition is " + (statement.allows() ? "never" : "always")
                                + " true. Give this action a statement of its own.");
            }
        }
    }
}
