package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.document.Statement;
import java.util.Comparator;
import java.util.List;

/**
 * A statement's findings as a reader wants to see them.
 *
 * @param elements in the order people write them: Principal, Action, Resource, Condition
 */
public record StatementDetail(Statement statement, boolean matches, List<ElementDetail> elements) {

    /** Draws one statement of an explanation. */
    public static StatementDetail of(Explanation explanation, StatementFinding finding) {
        return new StatementDetail(
                finding.statement(),
                finding.matches(),
                finding.elements().stream()
                        .map(element -> ElementDetail.of(explanation, finding.statement(), element))
                        .sorted(Comparator.comparingInt(StatementDetail::position))
                        .toList());
    }

    /** The elements that keep the statement from matching. */
    public List<ElementDetail> misses() {
        return elements.stream().filter(element -> !element.matches()).toList();
    }

    private static int position(ElementDetail element) {
        return switch (element.element()) {
            case "Principal", "NotPrincipal" -> 0;
            case "Action", "NotAction" -> 1;
            case "Resource", "NotResource" -> 2;
            default -> 3;
        };
    }
}
