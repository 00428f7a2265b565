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
        return new ElementDetail(
                finding.element(),
                finding.reason(),
                "",
                finding.value(),
                patterns,
                ElementDetail.resolved(patterns, request, variables),
                List.of(request.resource()),
                sentence(finding, finding.value() < 0 ? "" : patterns.get(finding.value()), request));
    }

    private static String sentence(ElementFinding finding, String pattern, AuthorizationRequest request) {
        return switch (finding.reason()) {
            case RESOURCE_EVERY -> "that is every resource";
            case RESOURCE_LISTED -> "the resource is listed";
            case RESOURCE_LISTED_BY_WILDCARD -> "the pattern covers the resource";
            case RESOURCE_LISTED_BY_VARIABLE -> "with its variable filled in, the pattern covers the resource";
            case RESOURCE_LISTED_BY_OTHER_SPELLING ->
                "it covers the other spelling of the resource, " + otherSpelling(request);
            case RESOURCE_NOT_EXCLUDED -> "every other resource is covered, so this one is";
            case RESOURCE_EXCLUDED -> "NotResource leaves the resource out";
            case RESOURCE_LIST_EMPTY -> "an empty list covers no resource, and the statement does nothing";
            case RESOURCE_NEEDS_STAR ->
                "this action is asked about \"*\", because it has no resource of its own; only \"Resource\": \"*\" covers"
                        + " that";
            case RESOURCE_VARIABLE_WITHOUT_VALUE ->
                ElementDetail.valueless(List.of(pattern), request) + " no value in this request, so the pattern covers"
                        + " nothing";
            case RESOURCE_VARIABLE_IS_TEXT ->
                "the ${...} is plain text here, because the policy lacks \"Version\": \"2012-10-17\"";
            case RESOURCE_IN_OTHER_SPELLING ->
                "they are two spellings of one thing, but the configuration says that only the spelling with \"-custom\""
                        + " counts";
            case RESOURCE_DIFFERS_IN_CASE -> "they differ in upper and lower case only, which counts in an ARN";
            case RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT ->
                pattern.length() > request.resource().length()
                        ? "an endpoint of the runtime is listed, and the request is about the runtime itself"
                        : "the runtime itself is listed, and the request is about one of its endpoints";
            case RESOURCE_WITHOUT_ACCOUNT -> "the listed ARN has no account between its fourth and fifth colon";
            case RESOURCE_ARN_INCOMPLETE ->
                "the listed ARN has too few fields; it needs arn:partition:service:region:account:resource";
            case RESOURCE_OF_ANOTHER_PARTITION -> differs("partition", PARTITION, pattern, request);
            case RESOURCE_OF_ANOTHER_SERVICE -> differs("service", SERVICE, pattern, request);
            case RESOURCE_OF_ANOTHER_REGION -> differs("Region", REGION, pattern, request);
            case RESOURCE_OF_ANOTHER_ACCOUNT -> differs("account", ACCOUNT, pattern, request);
            case RESOURCE_OF_ANOTHER_TYPE ->
                "the id is the same, but the type is another: \"" + type(pattern) + "\" in the policy, \""
                        + type(request.resource()) + "\" in the request";
            case RESOURCE_NOT_LISTED -> "the resource is not listed";
            default -> throw new IllegalArgumentException("no reason of a resource: " + finding.reason());
        };
    }

    private static String differs(String what, int field, String pattern, AuthorizationRequest request) {
        return "only the %s differs: \"%s\" in the policy, \"%s\" in the request"
                .formatted(what, pattern.split(":", 6)[field], request.resourceFields()[field]);
    }

    private static String type(String arn) {
        String resource = arn.split(":", 6)[5];
        return resource.substring(0, resource.indexOf('/'));
    }

    private static String otherSpelling(AuthorizationRequest request) {
        List<String> spellings = request.resourceSpellings();
        return spellings.get(spellings.size() - 1);
    }
}
