package io.plsim.policy.explanation;

import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;

/** The words for Action and NotAction. */
final class ActionWords {
    private ActionWords() {}

    static ElementDetail detail(ElementFinding finding, Statement statement, AuthorizationRequest request) {
        return new ElementDetail(
                finding.element(),
                finding.reason(),
                "",
                finding.value(),
                ElementDetail.texts(statement.action().values()),
                List.of(),
                List.of(request.action()),
                sentence(finding.reason()));
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case ACTION_EVERY -> "that is every action";
            case ACTION_LISTED -> "the action is listed";
            case ACTION_LISTED_BY_WILDCARD -> "the pattern covers the action";
            case ACTION_NOT_EXCLUDED -> "every other action is covered, so this one is";
            case ACTION_EXCLUDED -> "NotAction leaves the action out";
            case ACTION_LIST_EMPTY -> "an empty list covers no action, and the statement does nothing";
            case ACTION_OF_ANOTHER_SERVICE -> "the service prefix before the colon is another one";
            case ACTION_PREFIX_HAS_WILDCARD -> "a wildcard in the service prefix before the colon covers nothing";
            case ACTION_NOT_LISTED -> "the action is not listed";
            default -> throw new IllegalArgumentException("no reason of an action: " + reason);
        };
    }
}
