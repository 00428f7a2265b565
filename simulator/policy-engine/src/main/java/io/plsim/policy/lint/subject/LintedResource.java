package io.plsim.policy.lint.subject;

import io.plsim.policy.document.PlacedText;
import java.util.Optional;
import java.util.Set;

/**
 * One value of Resource or NotResource; a doubled colon is read as the one that was meant.
 *
 * @param arn its parts; empty for {@code *} and for text that is no ARN
 * @param types names of the AgentCore resource types of which it covers some
 */
public record LintedResource(PlacedText value, Optional<ArnText> arn, Set<String> types) {
    public LintedResource {
        types = Set.copyOf(types);
    }

    public boolean everything() {
        return value.text().equals("*");
    }

    /** Its parts, when it is a whole ARN of AgentCore and of nothing else. */
    public Optional<ArnText> agentCore() {
        return arn.filter(parts -> parts.complete() && parts.service().equals("bedrock-agentcore"));
    }
}
