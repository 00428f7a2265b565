package io.plsim.policy.decision;

import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;
import java.util.Optional;

/**
 * A decision with its reasons: small values only. Text and JSON are drawn from it by renderers that only read it.
 *
 * @param nearest on an implicit deny, the Allow with the fewest elements in its way
 * @param policy the document that was asked, under {@code readings}
 */
public record Explanation(
        Decision decision,
        List<StatementFinding> statements,
        Optional<StatementFinding> nearest,
        AuthorizationRequest request,
        PolicyDocument policy,
        Readings readings) {

    static Explanation of(
            Decision decision,
            List<StatementFinding> statements,
            AuthorizationRequest request,
            PolicyDocument policy,
            Readings readings) {
        Optional<StatementFinding> nearest =
                decision.outcome() == Outcome.IMPLICIT_DENY ? NearestStatement.among(statements) : Optional.empty();
        return new Explanation(decision, statements, nearest, request, policy, readings);
    }
}
