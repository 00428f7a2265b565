package io.plsim.policy.condition;

import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.document.OperatorName;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.ElementMatcher;
import io.plsim.policy.matching.Reason;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeyName;
import io.plsim.policy.request.ContextKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One clause of a Condition block: an operator, a key, and the values it is compared with. */
public final class ConditionMatcher implements ElementMatcher {
    private final int index;
    private final ConditionReasons reasons;
    private final OperatorName operator;
    private final ContextKeyName key;
    private final boolean asksPresence;
    private final boolean negated;
    private final boolean wantsAbsent;
    private final List<ValueTest> tests = new ArrayList<>();

    /** @param index which clause of the Condition it is, from 0 */
    public ConditionMatcher(ConditionClause clause, int index, boolean variables) {
        this.index = index;
        this.key = new ContextKeyName(clause.key().text());
        this.operator = OperatorName.parse(clause.operator().text()).orElseThrow();
        this.asksPresence = operator.base().equals("Null");
        if (asksPresence) {
            negated = false;
            reasons = new ConditionReasons(clause, operator, false, false);
            wantsAbsent =
                    clause.values().stream().anyMatch(value -> value.text().equalsIgnoreCase("true"));
            return;
        }
        wantsAbsent = false;
        ConditionOperator known = ConditionOperators.named(operator.base());
        negated = known.negated();
        reasons = new ConditionReasons(clause, operator, negated, variables && known.variables());
        for (PlacedText value : clause.values()) {
            tests.add(known.compile().apply(value.text(), variables && known.variables()));
        }
    }

    @Override
    public boolean matches(AuthorizationRequest request) {
        List<String> values = request.context().get(key);
        if (asksPresence) {
            return presence(values);
        }
        if (values == null || values.isEmpty()) {
            return whenAbsent();
        }
        return switch (operator.prefix()) {
            case FOR_ALL_VALUES -> all(values, request.context());
            case FOR_ANY_VALUE -> any(values, request.context());
            case NONE -> single(values, request.context());
        };
    }

    private boolean whenAbsent() {
        return switch (operator.prefix()) {
            case FOR_ALL_VALUES -> true;
            case FOR_ANY_VALUE -> false;
            case NONE -> negated || operator.ifExists();
        };
    }

    private boolean presence(@Nullable List<String> values) {
        return switch (operator.prefix()) {
            case FOR_ALL_VALUES -> true;
            case FOR_ANY_VALUE -> false;
            case NONE -> (values == null || values.isEmpty()) == wantsAbsent;
        };
    }

    /** A key with several values needs a set operator; without one nothing in it is equal to anything. */
    private boolean single(List<String> values, ContextKeys context) {
        return values.size() == 1 ? satisfies(values.get(0), context) : negated;
    }

    private boolean all(List<String> values, ContextKeys context) {
        for (String value : values) {
            if (!satisfies(value, context)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<String> values, ContextKeys context) {
        for (String value : values) {
            if (satisfies(value, context)) {
                return true;
            }
        }
        return false;
    }

    private boolean satisfies(String value, ContextKeys context) {
        for (int i = 0; i < tests.size(); i++) {
            if (tests.get(i).test(value, context)) {
                return !negated;
            }
        }
        return negated;
    }

    @Override
    public ElementFinding finding(AuthorizationRequest request) {
        List<String> values = request.context().get(key);
        Reason reason = reasons.of(matches(request), values, request.context());
        return new ElementFinding("Condition", reason, index, -1);
    }
}
