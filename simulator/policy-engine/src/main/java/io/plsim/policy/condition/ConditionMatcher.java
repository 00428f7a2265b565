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
    private final ElementFinding whenTrue;
    private final OperatorName operator;
    private final ContextKeyName key;
    private final boolean asksPresence;
    private final boolean wantsAbsent;
    private final boolean wantsPresent;
    private final boolean negated;
    private final List<ValueTest> tests = new ArrayList<>();

    /** @param index which clause of the Condition it is, from 0 */
    public ConditionMatcher(ConditionClause clause, int index, boolean variables) {
        this.index = index;
        this.whenTrue = new ElementFinding("Condition", Reason.CONDITION_TRUE, index, -1);
        this.key = new ContextKeyName(clause.key().text());
        this.operator = OperatorName.parse(clause.operator().text()).orElseThrow();
        this.asksPresence = operator.base().equals("Null");
        this.wantsAbsent = asksPresence && says(clause, "true");
        this.wantsPresent = asksPresence && says(clause, "false");
        if (asksPresence) {
            negated = false;
            reasons = new ConditionReasons(clause, operator, false, false);
            return;
        }
        ConditionOperator known = ConditionOperators.named(operator.base());
        negated = known.negated();
        reasons = new ConditionReasons(clause, operator, negated, variables && known.variables());
        for (PlacedText value : clause.values()) {
            tests.add(known.compile().apply(value.text(), variables && known.variables()));
        }
    }

    private static boolean says(ConditionClause clause, String text) {
        return clause.values().stream().anyMatch(value -> value.text().equalsIgnoreCase(text));
    }

    @Override
    public boolean matches(AuthorizationRequest request) {
        return matches(request.context().get(key), request.context());
    }

    private boolean matches(@Nullable List<String> values, ContextKeys context) {
        boolean absent = values == null || values.isEmpty();
        if (asksPresence) {
            return presence(absent);
        }
        if (tests.isEmpty()) {
            return nothingToCompareWith(absent);
        }
        if (values == null || absent) {
            return whenAbsent();
        }
        return switch (operator.prefix()) {
            case FOR_ALL_VALUES -> all(values, context);
            case FOR_ANY_VALUE -> any(values, context);
            case NONE -> single(values, context);
        };
    }

    /** An empty list of values, negated or not (Access Analyzer, "Empty array condition"). */
    private boolean nothingToCompareWith(boolean absent) {
        return switch (operator.prefix()) {
            case FOR_ALL_VALUES -> absent;
            case FOR_ANY_VALUE -> false;
            case NONE -> absent && operator.ifExists();
        };
    }

    private boolean whenAbsent() {
        return switch (operator.prefix()) {
            case FOR_ALL_VALUES -> true;
            case FOR_ANY_VALUE -> false;
            case NONE -> negated || operator.ifExists();
        };
    }

    /** {@code Null}: true asks for the absence of the key, false for its presence; any other text is never so. */
    private boolean presence(boolean absent) {
        return switch (operator.prefix()) {
            case FOR_ALL_VALUES -> true;
            case FOR_ANY_VALUE -> false;
            case NONE -> absent ? wantsAbsent : wantsPresent;
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
        ContextKeys context = request.context();
        Reason reason = reasons.of(matches(values, context), values, context);
        return reason == Reason.CONDITION_TRUE ? whenTrue : new ElementFinding("Condition", reason, index, -1);
    }
}
