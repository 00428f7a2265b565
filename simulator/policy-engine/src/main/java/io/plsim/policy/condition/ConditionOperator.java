package io.plsim.policy.condition;

import java.util.function.BiFunction;

/**
 * A condition operator without its set prefix and {@code IfExists}.
 *
 * @param name as AWS spells it
 * @param negated whether it is true when no value satisfies the comparison, and when the key is absent
 * @param variables whether {@code ${...}} is a variable in its values
 * @param compile from a policy value (and whether variables count) to its test
 */
public record ConditionOperator(
        String name, boolean negated, boolean variables, BiFunction<String, Boolean, ValueTest> compile) {

    static ConditionOperator plain(String name, BiFunction<String, Boolean, ValueTest> compile) {
        return new ConditionOperator(name, false, false, compile);
    }

    static ConditionOperator withVariables(String name, BiFunction<String, Boolean, ValueTest> compile) {
        return new ConditionOperator(name, false, true, compile);
    }

    /** The operator that is true exactly when this one is false for every value. */
    ConditionOperator negatedAs(String other) {
        return new ConditionOperator(other, true, variables, compile);
    }
}
