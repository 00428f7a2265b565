package io.plsim.policy.cases;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.explanation.ExplanationText;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.Optional;

/** One case: a question and the decision that is expected. */
public record PolicyCase(String name, AuthorizationRequest request, Expectation expected) {

    /** Empty when the policy decides as expected; else one line with what it said instead, and its explanation below. */
    public Optional<String> failure(PolicyEvaluator policy) {
        Decision actual = policy.decide(request);
        if (expected.met(actual)) {
            return Optional.empty();
        }
        return Optional.of("%s: expected %s, but the policy says %s by %s.%n%s"
                .formatted(
                        name,
                        expected,
                        actual.outcome().text(),
                        actual.decidedBy(),
                        ExplanationText.write(policy.explain(request))));
    }
}
