package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.matching.Reason;
import java.util.Optional;

/** Hints about the action. */
final class ActionHints {
    private static final String AGENTCORE = "bedrock-agentcore:";

    private ActionHints() {}

    static Optional<String> servicePrefix(ElementDetail element, StatementDetail in, Explanation of) {
        boolean asksAgentCore = of.request().actionLowerCase().startsWith(AGENTCORE);
        return element.reason() == Reason.ACTION_OF_ANOTHER_SERVICE && asksAgentCore
                ? Optional.of("AgentCore's actions have the prefix bedrock-agentcore; write "
                        + of.request().action() + ".")
                : Optional.empty();
    }

    static Optional<String> forUser(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.ACTION_NOT_LISTED
                        && of.request().actionLowerCase().endsWith("foruser")
                        && of.request().actionLowerCase().startsWith(AGENTCORE + "invokeagentruntime")
                ? Optional.of("A request with the header X-Amzn-Bedrock-AgentCore-Runtime-User-Id asks for "
                        + of.request().action() + " too; allow it, or send no such header.")
                : Optional.empty();
    }
}
