package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.reference.AgentCoreReference;
import java.util.Locale;
import java.util.Optional;

/** A condition key that no request to AgentCore carries, because there is none of that name. */
final class UnknownConditionKey extends LintRule {
    UnknownConditionKey() {
        super(
                "UNKNOWN_CONDITION_KEY",
                Severity.WARNING,
                "There is no such condition key among the global ones and those of AgentCore.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (Clause clause : statement.clauses()) {
            String name = clause.name();
            int colon = name.indexOf(':');
            String prefix = colon < 0 ? "" : name.substring(0, colon).toLowerCase(Locale.ROOT);
            boolean ours = prefix.isEmpty() || prefix.equals("aws") || prefix.equals(AgentCoreReference.PREFIX);
            if (clause.key().isPresent() || !ours && !isAttachedToAgentCore(policy)) {
                continue;
            }
            String message = (ours
                            ? "There is no condition key " + Advice.quoted(name) + " that AgentCore knows, "
                            : Advice.quoted(name) + " is a condition key of another service: no request to AgentCore"
                                    + " carries it, ")
                    + Consequence.ofAbsence(statement, clause);
            Optional<String> nearest = policy.comparable()
                    ? NearestName.of(name, policy.reference().conditionKeyNames())
                    : Optional.empty();
            nearest.ifPresentOrElse(
                    near -> advice.at(clause.clause().key().place(), message, near),
                    () -> advice.at(clause.clause().key().place(), message));
        }
    }
}
