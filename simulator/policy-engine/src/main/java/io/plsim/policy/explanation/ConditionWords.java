package io.plsim.policy.explanation;

import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.matching.ElementFinding;
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
        List<String> resolved = ElementDetail.resolved(patterns, request, variables && text);
        List<String> found = request.context().get(clause.key().text());
        List<String> values = found == null ? List.of() : found;
        return new ElementDetail(
                finding.element(),
                finding.reason(),
                operator + " " + clause.key().text(),
                patterns,
                resolved,
                values,
                sentence(finding, clause, Listing.of(resolved.isEmpty() ? patterns : resolved), values, request));
    }

    private static String sentence(
            ElementFinding finding,
            ConditionClause clause,
            String written,
            List<String> values,
            AuthorizationRequest request) {
        String key = clause.key().text();
        String operator = clause.operator().text();
        String said = key + " is " + Listing.of(values);
        String asked = operator + " " + written;
        return switch (finding.reason()) {
            case CONDITION_TRUE -> said + ", which satisfies " + asked;
            case CONDITION_TRUE_BECAUSE_KEY_ABSENT ->
                "the request has no " + key + ", and " + operator + " is true without the key";
            case CONDITION_TRUE_BECAUSE_IF_EXISTS ->
                "the request has no " + key + ", and " + operator + " is true without the key, as IfExists says";
            case CONDITION_TRUE_BECAUSE_NO_VALUES ->
                "the request has no " + key + ", and " + operator + " is true where there is no value to check";
            case CONDITION_TRUE_BECAUSE_VARIABLE_WITHOUT_VALUE ->
                valueless(clause, request) + " has no value in this request, and " + operator + " is true then";
            case CONDITION_TRUE_BECAUSE_SEVERAL_VALUES ->
                said + ", several values, which " + operator + " cannot compare; a negated operator is true then";
            case CONDITION_KEY_PRESENT_AS_ASKED -> "the request has " + key + ", as " + asked + " asks";
            case CONDITION_KEY_ABSENT_AS_ASKED -> "the request has no " + key + ", as " + asked + " asks";
            case CONDITION_ALWAYS_TRUE -> operator + " is true for every request";
            case CONDITION_FALSE -> said + ", which does not satisfy " + asked;
            case CONDITION_FALSE_BECAUSE_KEY_ABSENT ->
                "the request has no " + key + ", and " + asked + " is false without the key";
            case CONDITION_FALSE_BECAUSE_SEVERAL_VALUES ->
                said + ", several values, which " + operator + " cannot compare; it is false then";
            case CONDITION_VALUE_EXCLUDED -> said + ", which " + asked + " rules out";
            case CONDITION_FALSE_FOR_ONE_VALUE -> said + ", and not every one of these satisfies " + asked;
            case CONDITION_FALSE_FOR_EVERY_VALUE -> said + ", and not one of these satisfies " + asked;
            case CONDITION_VARIABLE_WITHOUT_VALUE ->
                valueless(clause, request) + " has no value in this request, so no value can be equal to it";
            case CONDITION_VARIABLE_IS_TEXT ->
                asked + " holds its ${...} as plain text, because the policy lacks \"Version\": \"2012-10-17\"; "
                        + said;
            case CONDITION_DIFFERS_IN_CASE ->
                said + ", which differs from " + asked + " in upper and lower case, and " + operator
                        + " tells them apart";
            case CONDITION_WILDCARD_IS_TEXT ->
                said + "; in " + asked + " the * is a plain character, because " + operator + " has no wildcards";
            case CONDITION_POLICY_VALUE_UNREADABLE ->
                written + " is nothing that " + operator + " can read, so no value satisfies it; " + said;
            case CONDITION_REQUEST_VALUE_UNREADABLE ->
                said + ", which " + operator + " cannot read, so it does not satisfy " + asked;
            case CONDITION_LIST_EMPTY -> "the list of values is empty, so nothing satisfies " + operator + "; " + said;
            case CONDITION_KEY_PRESENT -> "the request has " + key + ", and " + asked + " wants it absent";
            case CONDITION_ALWAYS_FALSE -> operator + " is false for every request";
            default -> throw new IllegalArgumentException("no reason of a condition: " + finding.reason());
        };
    }

    private static String valueless(ConditionClause clause, AuthorizationRequest request) {
        return String.join(", ", ElementDetail.valueless(ElementDetail.texts(clause.values()), request));
    }
}
