package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.document.Effect;
import io.plsim.policy.matching.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Warns where a request passes because a Deny just misses it, for a reason that its author hardly had in mind. */
final class SparedByDeny {
    private static final Set<Reason> HARDLY_MEANT = Set.of(
            Reason.AWS_STAR_IS_IAM_CALLERS,
            Reason.OAUTH_CALLER_NEEDS_STAR,
            Reason.UNSIGNED_CALLER_NEEDS_STAR,
            Reason.PRINCIPAL_DIFFERS_IN_CASE,
            Reason.PRINCIPAL_DIFFERS_IN_PATH,
            Reason.ACTION_OF_ANOTHER_SERVICE,
            Reason.ACTION_PREFIX_HAS_WILDCARD,
            Reason.RESOURCE_VARIABLE_IS_TEXT,
            Reason.RESOURCE_VARIABLE_WITHOUT_VALUE,
            Reason.RESOURCE_IN_OTHER_SPELLING,
            Reason.RESOURCE_DIFFERS_IN_CASE,
            Reason.RESOURCE_WITHOUT_ACCOUNT,
            Reason.RESOURCE_ARN_INCOMPLETE,
            Reason.RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT,
            Reason.CONDITION_FALSE_BECAUSE_KEY_ABSENT,
            Reason.CONDITION_FALSE_BECAUSE_SEVERAL_VALUES,
            Reason.CONDITION_VARIABLE_IS_TEXT,
            Reason.CONDITION_VARIABLE_WITHOUT_VALUE,
            Reason.CONDITION_DIFFERS_IN_CASE,
            Reason.CONDITION_WILDCARD_IS_TEXT,
            Reason.CONDITION_POLICY_VALUE_UNREADABLE);

    private SparedByDeny() {}

    static List<String> of(Explanation explanation) {
        List<String> hints = new ArrayList<>();
        if (explanation.decision().outcome() == Outcome.ALLOWED) {
            for (StatementFinding finding : explanation.statements()) {
                if (finding.statement().effect() == Effect.DENY) {
                    List<ElementDetail> misses =
                            StatementDetail.of(explanation, finding).misses();
                    if (misses.size() == 1
                            && HARDLY_MEANT.contains(misses.get(0).reason())) {
                        hints.add("The Deny of " + finding.statement().label() + " does not apply, only because of "
                                + misses.get(0).element() + ": " + misses.get(0).sentence() + ".");
                    }
                }
            }
        }
        return hints;
    }
}
