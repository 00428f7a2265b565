package io.plsim.policy.explanation;

import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;

/** The words for a clause of a Condition. */
final class ConditionWords {
    private ConditionWords() {}

    static ElementDetail detail(
            ElementFinding finding, ConditionClause clause, AuthorizationRequest request, boolean variables) {
        List<String> patterns = ElementDetail.texts(clause.values());
        String operator = clause.operator().text();
        boolean text = operator.contains("String") || operator.contains("Arn");
        List<String> found = request.context().get(clause.key().text());
        List<String> values = found == null ? List.of() : found;
        return new ElementDetail(
                finding.element(),
                finding.reason(),
                operator + " " + clause.key().text(),
                finding.value(),
                patterns,
                ElementDetail.resolved(patterns, request, variables && text),
                values,
                finding.reason() == Reason.CONDITION_FALSE_FOR_ONE_VALUE
                        ? Listing.of(Comparison.failing(clause, values, request, variables), 4) + " does not pass"
                        : sentence(finding.reason(), operator, clause.key().text(), patterns, request));
    }

    private static String sentence(
            Reason reason, String operator, String key, List<String> patterns, AuthorizationRequest request) {
        String without = "the request does not carry " + key + ", and ";
        return switch (reason) {
            case CONDITION_TRUE -> "it holds";
            case CONDITION_TRUE_BECAUSE_KEY_ABSENT -> without + operator + " is true without it";
            case CONDITION_TRUE_BECAUSE_IF_EXISTS -> without + "an operator with IfExists is true without it";
            case CONDITION_TRUE_BECAUSE_NO_VALUES -> without + "ForAllValues is true where there is no value to check";
            case CONDITION_TRUE_BECAUSE_VARIABLE_WITHOUT_VALUE ->
                ElementDetail.valueless(patterns, request) + " no value in this request, and " + operator
                        + " is true then";
            case CONDITION_TRUE_BECAUSE_SEVERAL_VALUES ->
                "the request has several values, which " + operator + " cannot compare, and a negated operator is true"
                        + " then";
            case CONDITION_KEY_PRESENT_AS_ASKED -> "the request carries the key, as it should";
            case CONDITION_KEY_ABSENT_AS_ASKED -> "the request does not carry the key, as it should not";
            case CONDITION_ALWAYS_TRUE -> operator + " is true for every request";
            case CONDITION_FALSE -> Comparison.falseBecause(operator, patterns.size());
            case CONDITION_FALSE_BECAUSE_KEY_ABSENT -> without + operator + " is false without it";
            case CONDITION_FALSE_BECAUSE_SEVERAL_VALUES ->
                "the request has several values, which " + operator + " cannot compare, and it is false then";
            case CONDITION_VALUE_EXCLUDED -> "the value is one that " + operator + " rules out";
            case CONDITION_FALSE_FOR_EVERY_VALUE -> "no value of the request passes";
            case CONDITION_VARIABLE_WITHOUT_VALUE ->
                ElementDetail.valueless(patterns, request) + " no value in this request, so nothing is equal to it";
            case CONDITION_VARIABLE_IS_TEXT ->
                "the ${...} is plain text here, because the policy lacks \"Version\": \"2012-10-17\"";
            case CONDITION_DIFFERS_IN_CASE ->
                "they differ in upper and lower case only, and " + operator + " tells these apart";
            case CONDITION_WILDCARD_IS_TEXT -> "the * is a plain character here: " + operator + " has no wildcards";
            case CONDITION_POLICY_VALUE_UNREADABLE ->
                operator + " cannot read the value in the policy, so nothing satisfies it";
            case CONDITION_REQUEST_VALUE_UNREADABLE -> operator + " cannot read the value in the request";
            case CONDITION_LIST_EMPTY -> "the list of values is empty, so nothing satisfies it";
            case CONDITION_KEY_PRESENT -> "the request carries the key, and the policy wants it absent";
            case CONDITION_ALWAYS_FALSE -> operator + " is false for every request";
            default -> throw new IllegalArgumentException("no reason of a condition: " + reason);
        };
    }
}
