package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.VariableText;
import io.plsim.policy.reference.KnownConditionKey;
import io.plsim.policy.reference.KnownConditionKey.Presence;
import java.util.Optional;

/** A variable that never has a value. */
final class VariableWithoutValue extends LintRule {
    VariableWithoutValue() {
        super(
                "VARIABLE_WITHOUT_VALUE",
                Severity.WARNING,
                "A variable names a key that is unknown, absent at an endpoint, or has several values.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (policy.document().hasVariables()) {
            VariablePlaces.supported(statement).forEach(value -> check(value, policy, advice));
        }
    }

    private static void check(PlacedText value, LintedPolicy policy, Advice advice) {
        for (VariableText variable : VariableText.in(value.text())) {
            if (variable.wellFormed() && !variable.escape()) {
                Optional<KnownConditionKey> key = policy.reference().conditionKey(variable.key());
                String why = why(key, isEndpoint(policy));
                if (!why.isEmpty()) {
                    advice.at(
                            value.place(),
                            "${" + variable.inside() + "} never has a value: " + variable.key() + why
                                    + ". Without a value a resource or StringEquals matches nothing.");
                }
            }
        }
    }

    private static String why(Optional<KnownConditionKey> key, boolean endpoint) {
        if (key.isEmpty()) {
            return " is no condition key that AgentCore knows";
        }
        if (key.get().multivalued()) {
            return " can have several values";
        }
        return endpoint && key.get().presence() == Presence.NEVER ? " is absent at an endpoint" : "";
    }
}
