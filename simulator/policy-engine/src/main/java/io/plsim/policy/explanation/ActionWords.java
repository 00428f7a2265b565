package io.plsim.policy.explanation;

import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;

/** The words for Action and NotAction. */
final class ActionWords {
    private ActionWords() {}

    static ElementDetail detail(ElementFinding finding, Statement statement, AuthorizationRequest request) {
        List<String> patterns = ElementDetail.texts(statement.action().values());
        String pattern = finding.value() < 0 ? Listing.of(patterns) : "\"" + patterns.get(finding.value()) + "\"";
        return new ElementDetail(
                finding.element(),
                finding.reason(),
                "",
                patterns,
                List.of(),
                List.of(request.action()),
                sentence(finding, pattern, request.action()));
    }

    private static String sentence(ElementFinding finding, String pattern, String action) {
        return switch (finding.reason()) {
            case ACTION_EVERY -> "\"*\" stands for every action";
            case ACTION_LISTED -> action + " is listed";
            case ACTION_LISTED_BY_WILDCARD -> pattern + " covers " + action;
            case ACTION_NOT_EXCLUDED -> "NotAction covers every action but " + pattern + ", so also " + action;
            case ACTION_EXCLUDED -> "NotAction leaves out " + pattern + ", and that covers " + action;
            case ACTION_LIST_EMPTY -> "the list is empty: it covers no action, and the statement does nothing";
            case ACTION_OF_ANOTHER_SERVICE ->
                pattern + " belongs to another service: its prefix is \"" + prefix(pattern)
                        + "\", the request asks for " + action;
            case ACTION_PREFIX_HAS_WILDCARD ->
                pattern + " has a wildcard in its service prefix, where wildcards cover nothing; the request asks for "
                        + action;
            case ACTION_NOT_LISTED -> "the request asks for " + action + "; listed: " + pattern;
            default -> throw new IllegalArgumentException("no reason of an action: " + finding.reason());
        };
    }

    private static String prefix(String quoted) {
        return quoted.substring(1, Math.max(1, quoted.indexOf(':')));
    }
}
