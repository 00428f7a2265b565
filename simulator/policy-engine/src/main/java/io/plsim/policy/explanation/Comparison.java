package io.plsim.policy.explanation;

import io.plsim.policy.condition.ConditionMatcher;
import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.document.OperatorName;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import java.util.List;

/** What a false comparison means in plain words, and which of several values make a set operator false. */
final class Comparison {
    private Comparison() {}

    /** Why a positive operator without a set prefix is false for one value. */
    static String falseBecause(String operator, int patterns) {
        String base = OperatorName.parse(operator).map(OperatorName::base).orElse(operator);
        boolean several = patterns > 1;
        return switch (base) {
            case "StringEquals", "StringEqualsIgnoreCase", "NumericEquals", "DateEquals", "BinaryEquals" ->
                several ? "the value is none of these" : "the value is another one";
            case "Bool" -> "the value is the opposite";
            case "IpAddress" ->
                several ? "the address is in none of these ranges" : "the address is outside that range";
            case "NumericLessThan" -> "the value is not less than that";
            case "NumericLessThanEquals" -> "the value is greater than that";
            case "NumericGreaterThan" -> "the value is not greater than that";
            case "NumericGreaterThanEquals" -> "the value is less than that";
            case "DateLessThan" -> "the time is not before that";
            case "DateLessThanEquals" -> "the time is after that";
            case "DateGreaterThan" -> "the time is not after that";
            case "DateGreaterThanEquals" -> "the time is before that";
            default -> several ? "the value fits none of these patterns" : "the value does not fit that pattern";
        };
    }

    /** The values of the request that do not satisfy the clause, each compared on its own. */
    static List<String> failing(
            ConditionClause clause, List<String> values, AuthorizationRequest request, boolean variables) {
        String plain = clause.operator().text().replace("ForAllValues:", "").replace("ForAnyValue:", "");
        ConditionMatcher one = new ConditionMatcher(
                new ConditionClause(new PlacedText(plain, clause.operator().place()), clause.key(), clause.values()),
                0,
                variables);
        return values.stream()
                .filter(value -> !one.matches(withOne(request, clause.key().text(), value)))
                .toList();
    }

    private static AuthorizationRequest withOne(AuthorizationRequest request, String key, String value) {
        ContextKeys context = ContextKeys.builder()
                .putAll(request.context().asMap())
                .put(key, value)
                .build();
        return new AuthorizationRequest(request.principal(), request.action(), request.resource(), context);
    }
}
