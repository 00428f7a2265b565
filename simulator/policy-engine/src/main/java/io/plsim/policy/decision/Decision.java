package io.plsim.policy.decision;

import java.util.List;

/**
 * The answer to one question.
 *
 * @param outcome what the policy says
 * @param decidedBy indices of the statements that made the outcome: every matching Allow when allowed, every matching
 *     Deny when explicitly denied, none when implicitly denied
 */
public record Decision(Outcome outcome, List<Integer> decidedBy) {
    public Decision {
        decidedBy = List.copyOf(decidedBy);
    }

    public boolean allowed() {
        return outcome == Outcome.ALLOWED;
    }
}
