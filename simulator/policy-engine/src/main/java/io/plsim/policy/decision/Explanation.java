package io.plsim.policy.decision;

import io.plsim.policy.document.Effect;
import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A decision with its reasons; text and JSON are drawn from it by renderers that only read it.
 *
 * @param nearest on an implicit deny, the Allow with the fewest elements in its way
 */
public record Explanation(
        Decision decision,
        List<StatementFinding> statements,
        Optional<StatementFinding> nearest,
        AuthorizationRequest request,
        PolicyDocument policy) {

    static Explanation of(
            Decision decision, List<StatementFinding> statements, AuthorizationRequest request, PolicyDocument policy) {
        Optional<StatementFinding> nearest = decision.outcome() == Outcome.IMPLICIT_DENY
                ? statements.stream()
                        .filter(finding -> finding.statement().effect() == Effect.ALLOW)
                        .min(Comparator.comparingInt(finding -> finding.misses().size()))
                : Optional.empty();
        return new Explanation(decision, statements, nearest, request, policy);
    }
}
