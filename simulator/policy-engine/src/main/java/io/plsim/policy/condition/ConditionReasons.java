package io.plsim.policy.condition;

import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.document.OperatorName;
import io.plsim.policy.document.OperatorName.SetPrefix;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.matching.Reason;
import io.plsim.policy.matching.TextTemplate;
import io.plsim.policy.matching.TextTemplate.Dialect;
import io.plsim.policy.matching.WildcardPattern;
import io.plsim.policy.request.ContextKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a clause of a Condition is true or false; which of the two it is, is the matcher's to find. */
final class ConditionReasons {
    private final ConditionClause clause;
    private final OperatorName operator;
    private final boolean negated;
    private final boolean variables;

    /** @param variables whether {@code ${...}} is a variable in this clause */
    ConditionReasons(ConditionClause clause, OperatorName operator, boolean negated, boolean variables) {
        this.clause = clause;
        this.operator = operator;
        this.negated = negated;
        this.variables = variables;
    }

    /** The reason of a clause that came out as {@code matches} for the values of its key, null when it is absent. */
    Reason of(boolean matches, @Nullable List<String> values, ContextKeys context) {
        boolean absent = values == null || values.isEmpty();
        if (operator.base().equals("Null")) {
            return presence(matches, absent);
        }
        if (clause.values().isEmpty() && !matches) {
            return Reason.CONDITION_LIST_EMPTY;
        }
        if (values == null || values.isEmpty()) {
            return matches ? trueWithoutKey() : Reason.CONDITION_FALSE_BECAUSE_KEY_ABSENT;
        }
        if (operator.prefix() == SetPrefix.NONE && values.size() > 1) {
            return matches
                    ? Reason.CONDITION_TRUE_BECAUSE_SEVERAL_VALUES
                    : Reason.CONDITION_FALSE_BECAUSE_SEVERAL_VALUES;
        }
        if (matches) {
            return negated && valueless(context)
                    ? Reason.CONDITION_TRUE_BECAUSE_VARIABLE_WITHOUT_VALUE
                    : Reason.CONDITION_TRUE;
        }
        return missed(values, context);
    }

    private Reason presence(boolean matches, boolean absent) {
        if (operator.prefix() != SetPrefix.NONE) {
            return matches ? Reason.CONDITION_ALWAYS_TRUE : Reason.CONDITION_ALWAYS_FALSE;
        }
        if (!matches && !anyPolicyValueReadable()) {
            return Reason.CONDITION_POLICY_VALUE_UNREADABLE;
        }
        if (absent) {
            return matches ? Reason.CONDITION_KEY_ABSENT_AS_ASKED : Reason.CONDITION_FALSE_BECAUSE_KEY_ABSENT;
        }
        return matches ? Reason.CONDITION_KEY_PRESENT_AS_ASKED : Reason.CONDITION_KEY_PRESENT;
    }

    private Reason trueWithoutKey() {
        if (operator.prefix() == SetPrefix.FOR_ALL_VALUES) {
            return Reason.CONDITION_TRUE_BECAUSE_NO_VALUES;
        }
        return operator.ifExists() ? Reason.CONDITION_TRUE_BECAUSE_IF_EXISTS : Reason.CONDITION_TRUE_BECAUSE_KEY_ABSENT;
    }

    private Reason missed(List<String> values, ContextKeys context) {
        if (operator.prefix() == SetPrefix.FOR_ALL_VALUES && values.size() > 1) {
            return Reason.CONDITION_FALSE_FOR_ONE_VALUE;
        }
        if (operator.prefix() == SetPrefix.FOR_ANY_VALUE && values.size() > 1) {
            return Reason.CONDITION_FALSE_FOR_EVERY_VALUE;
        }
        if (negated) {
            return Reason.CONDITION_VALUE_EXCLUDED;
        }
        if (!anyPolicyValueReadable()) {
            return Reason.CONDITION_POLICY_VALUE_UNREADABLE;
        }
        String value = values.get(0);
        if (!ValueForm.of(operator.base()).reads(value)) {
            return Reason.CONDITION_REQUEST_VALUE_UNREADABLE;
        }
        return nearMiss(value, context);
    }

    private boolean anyPolicyValueReadable() {
        for (PlacedText value : clause.values()) {
            if (ValueForm.of(operator.base()).readsInPolicy(value.text())) {
                return true;
            }
        }
        return false;
    }

    private Reason nearMiss(String value, ContextKeys context) {
        boolean text = operator.base().startsWith("String");
        if (!text && !operator.base().startsWith("Arn")) {
            return Reason.CONDITION_FALSE;
        }
        if (valueless(context)) {
            return Reason.CONDITION_VARIABLE_WITHOUT_VALUE;
        }
        for (PlacedText written : clause.values()) {
            String one = written.text();
            if (!variables && one.contains("${")) {
                return Reason.CONDITION_VARIABLE_IS_TEXT;
            }
            if (one.equalsIgnoreCase(value)) {
                return Reason.CONDITION_DIFFERS_IN_CASE;
            }
            boolean literalStar = text && !operator.base().endsWith("Like") && one.indexOf('*') >= 0;
            if (literalStar && WildcardPattern.of(one).matches(value)) {
                return Reason.CONDITION_WILDCARD_IS_TEXT;
            }
        }
        return Reason.CONDITION_FALSE;
    }

    /** Whether a variable of the clause has neither a value nor a default. */
    private boolean valueless(ContextKeys context) {
        if (!variables) {
            return false;
        }
        for (PlacedText value : clause.values()) {
            if (value.text().contains("${")
                    && TextTemplate.of(value.text(), Dialect.LITERAL, true)
                            .resolve(context)
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
