package io.plsim.policy.explanation;

import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;

/** The words for Resource and NotResource. */
final class ResourceWords {
    private static final int PARTITION = 1;
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    private ResourceWords() {}

    static ElementDetail detail(
            ElementFinding finding, Statement statement, AuthorizationRequest request, boolean variables) {
        List<String> patterns = ElementDetail.texts(statement.resource().values());
        List<String> resolved = ElementDetail.resolved(patterns, request, variables);
        String pattern = finding.value() < 0 ? Listing.of(patterns) : "\"" + patterns.get(finding.value()) + "\"";
        return new ElementDetail(
                finding.element(),
                finding.reason(),
                "",
                patterns,
                resolved,
                List.of(request.resource()),
                sentence(finding, pattern, patterns, resolved, request));
    }

    private static String sentence(
            ElementFinding finding,
            String pattern,
            List<String> patterns,
            List<String> resolved,
            AuthorizationRequest request) {
        String resource = request.resource();
        return switch (finding.reason()) {
            case RESOURCE_EVERY -> "\"*\" stands for every resource";
            case RESOURCE_LISTED -> resource + " is listed";
            case RESOURCE_LISTED_BY_WILDCARD -> pattern + " covers " + resource;
            case RESOURCE_LISTED_BY_VARIABLE ->
                pattern + " reads \"" + resolved.get(finding.value()) + "\" for this request and covers " + resource;
            case RESOURCE_LISTED_BY_OTHER_SPELLING ->
                pattern + " covers " + otherSpelling(request) + ", the other spelling of " + resource;
            case RESOURCE_NOT_EXCLUDED -> "NotResource covers every resource but " + pattern + ", so also " + resource;
            case RESOURCE_EXCLUDED -> "NotResource leaves out " + pattern + ", and that covers " + resource;
            case RESOURCE_LIST_EMPTY -> "the list is empty: it covers no resource, and the statement does nothing";
            case RESOURCE_NEEDS_STAR ->
                "the request asks about \"*\", because " + request.action()
                        + " has no resource of its own; only \"Resource\": \"*\" covers that; listed: " + pattern;
            case RESOURCE_VARIABLE_WITHOUT_VALUE ->
                pattern + " covers nothing, because "
                        + String.join(", ", ElementDetail.valueless(List.of(patterns.get(finding.value())), request))
                        + " has no value in this request";
            case RESOURCE_VARIABLE_IS_TEXT ->
                pattern + " holds its ${...} as plain text, because the policy lacks \"Version\": \"2012-10-17\"; the"
                        + " request is about " + resource;
            case RESOURCE_IN_OTHER_SPELLING ->
                pattern + " is the other spelling of " + resource + ", which this server was told not to take for it";
            case RESOURCE_DIFFERS_IN_CASE ->
                pattern + " and " + resource + " differ in upper and lower case, which counts in an ARN";
            case RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT -> runtime(pattern, request);
            case RESOURCE_WITHOUT_ACCOUNT -> pattern + " has no account; the request is about " + resource;
            case RESOURCE_ARN_INCOMPLETE ->
                pattern
                        + " has fewer than the six fields of an ARN (arn:partition:service:region:account:resource); the"
                        + " request is about " + resource;
            case RESOURCE_OF_ANOTHER_PARTITION -> differs("partition", PARTITION, finding, patterns, request);
            case RESOURCE_OF_ANOTHER_SERVICE -> differs("service", SERVICE, finding, patterns, request);
            case RESOURCE_OF_ANOTHER_REGION -> differs("Region", REGION, finding, patterns, request);
            case RESOURCE_OF_ANOTHER_ACCOUNT -> differs("account", ACCOUNT, finding, patterns, request);
            case RESOURCE_OF_ANOTHER_TYPE ->
                pattern + " and " + resource + " have the same id, but are things of different types";
            case RESOURCE_NOT_LISTED -> "the request is about " + resource + "; listed: " + pattern;
            default -> throw new IllegalArgumentException("no reason of a resource: " + finding.reason());
        };
    }

    private static String differs(
            String what, int field, ElementFinding finding, List<String> patterns, AuthorizationRequest request) {
        String pattern = patterns.get(finding.value());
        return "\"%s\" fits but for the %s: there it says \"%s\", and the request is about \"%s\" (%s)"
                .formatted(
                        pattern,
                        what,
                        pattern.split(":", 6)[field],
                        request.resourceFields()[field],
                        request.resource());
    }

    private static String runtime(String pattern, AuthorizationRequest request) {
        boolean endpointListed = pattern.contains("-endpoint/");
        return endpointListed
                ? pattern + " is an endpoint of the runtime; the request is about the runtime itself: "
                        + request.resource()
                : pattern + " is the runtime itself; the request is about one of its endpoints: " + request.resource();
    }

    private static String otherSpelling(AuthorizationRequest request) {
        List<String> spellings = request.resourceSpellings();
        return spellings.get(spellings.size() - 1);
    }
}
