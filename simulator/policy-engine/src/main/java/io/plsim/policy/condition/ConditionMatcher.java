package io.plsim.policy.condition;

import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.document.OperatorName;
import io.plsim.policy.document.OperatorName.SetPrefix;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.ElementMatcher;
import io.plsim.policy.matching.Reason;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeyName;
import io.plsim.policy.request.ContextKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One clause of a Condition block: an operator, a key, and the values it is compared with. */
public final class ConditionMatcher implements ElementMatcher {
    private final ConditionClause clause;
    private final OperatorName operator;
    private final ContextKeyName key;
    private final boolean asksPresence;
    private final boolean negated;
    private final boolean wantsAbsent;
    private final List<ValueTest> tests = new ArrayList<>();

    public ConditionMatcher(ConditionClause clause, boolean variables) {
        this.clause = clause;
        this.key = new ContextKeyName(clause.key().text());
        this.operator = OperatorName.parse(clause.operator().text()).orElseThrow();
        this.asksPresence = operator.base().equals("Null");
        if (asksPresence) {
            negated = false;
            wantsAbsent =
                    clause.values().stream().anyMatch(value -> value.text().equalsIgnoreCase("true"));
            return;
        }
        wantsAbsent = false;
        ConditionOperator known = ConditionOperators.named(operator.base());
        negated = known.negated();
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
        boolean matches = matches(request);
        List<String> values = request.context().get(key);
        String written = clause.operator().text() + " " + key + " "
                + clause.values().stream().map(v -> "\"" + v.text() + "\"").collect(Collectors.joining(", ", "[", "]"));
        if (values == null || values.isEmpty()) {
            Reason reason =
                    matches ? Reason.CONDITION_TRUE_BECAUSE_KEY_ABSENT : Reason.CONDITION_FALSE_BECAUSE_KEY_ABSENT;
            return new ElementFinding("Condition", matches, reason, written + ": the request does not carry " + key);
        }
        String said = values.size() == 1 ? "\"" + values.get(0) + "\"" : values.toString();
        String detail = written + ": the request says " + said;
        if (operator.prefix() == SetPrefix.NONE
                && values.size() > 1
                && !operator.base().equals("Null")) {
            return new ElementFinding("Condition", matches, Reason.CONDITION_KEY_HAS_SEVERAL_VALUES, detail);
        }
        return new ElementFinding(
                "Condition", matches, matches ? Reason.CONDITION_TRUE : Reason.CONDITION_FALSE, detail);
    }
}
