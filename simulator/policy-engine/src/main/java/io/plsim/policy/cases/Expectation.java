package io.plsim.policy.cases;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What a case expects.
 *
 * @param decidedBy indices of the deciding statements in ascending order; empty when the case does not say
 */
public record Expectation(Outcome outcome, Optional<List<Integer>> decidedBy) {

    /** Whether a decision is as expected. */
    public boolean met(Decision decision) {
        return decision.outcome() == outcome
                && decidedBy
                        .filter(expected -> !expected.equals(
                                decision.decidedBy().stream().sorted().toList()))
                        .isEmpty();
    }

    @Override
    public String toString() {
        return outcome.text() + decidedBy.map(statements -> " by " + statements).orElse("");
    }
}
