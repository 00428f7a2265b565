package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.matching.ElementFinding;
import java.util.List;
import java.util.stream.Collectors;

/** Says in one or two plain sentences why a decision came out as it did. */
public final class Summary {
    private Summary() {}

    public static String of(Explanation explanation) {
        String action = explanation.request().action();
        return switch (explanation.decision().outcome()) {
            case ALLOWED -> "Allowed by " + labels(explanation) + ".";
            case EXPLICIT_DENY ->
                "Denied explicitly by " + labels(explanation) + ": a matching Deny beats every Allow."
                        + Hints.of(explanation);
            case IMPLICIT_DENY ->
                explanation
                        .nearest()
                        .map(nearest ->
                                "No statement allows " + action + ". " + nearest(nearest) + Hints.of(explanation))
                        .orElse("No statement allows " + action + ": the policy has no Allow statement.");
        };
    }

    private static String nearest(StatementFinding nearest) {
        List<ElementFinding> misses = nearest.misses();
        String why = misses.stream()
                .limit(2)
                .map(miss -> miss.element() + ": " + miss.detail())
                .collect(Collectors.joining("; "));
        return "The nearest is " + nearest.statement().label() + ", which does not match on " + why + ".";
    }

    private static String labels(Explanation explanation) {
        return explanation.decision().decidedBy().stream()
                .map(index -> explanation.statements().get(index).statement().label())
                .collect(Collectors.joining(", "));
    }
}
