package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The usual mistakes, recognised: each hint is one sentence that starts with a blank. */
final class Hints {
    private Hints() {}

    static String of(Explanation explanation) {
        Set<String> hints = new LinkedHashSet<>();
        if (explanation.decision().outcome() == Outcome.EXPLICIT_DENY) {
            for (int index : explanation.decision().decidedBy()) {
                denyFired(explanation.statements().get(index), hints);
            }
        }
        explanation.nearest().ifPresent(nearest -> missed(nearest, explanation, hints));
        return String.join("", hints);
    }

    private static void denyFired(StatementFinding deny, Set<String> hints) {
        for (ElementFinding element : deny.elements()) {
            if (element.reason() == Reason.CONDITION_TRUE_BECAUSE_KEY_ABSENT) {
                hints.add(" The Deny fires because a context key is absent; a negated operator is true then.");
            }
        }
    }

    private static void missed(StatementFinding nearest, Explanation explanation, Set<String> hints) {
        for (ElementFinding miss : nearest.misses()) {
            switch (miss.reason()) {
                case OAUTH_CALLER_NEEDS_STAR, AWS_STAR_IS_SIGNED_CALLERS ->
                    hints.add(" An OAuth or unsigned caller is admitted by Principal \"*\" alone.");
                case ACTION_OF_ANOTHER_SERVICE -> hints.add(" AgentCore's actions have the prefix bedrock-agentcore.");
                case CONDITION_FALSE_BECAUSE_KEY_ABSENT -> {
                    if (miss.detail().toLowerCase(Locale.ROOT).contains("aws:sourceip ")) {
                        hints.add(" Through a VPC endpoint aws:SourceIp is absent; use aws:VpcSourceIp.");
                    }
                }
                default -> {}
            }
            if (miss.detail().contains("${") && !explanation.policy().hasVariables()) {
                hints.add(" Without \"Version\": \"2012-10-17\" a ${...} is literal text.");
            }
        }
    }
}
