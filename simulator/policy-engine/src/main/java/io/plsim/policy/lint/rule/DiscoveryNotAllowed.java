package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** A runtime opened to everybody whose discovery document is not. */
final class DiscoveryNotAllowed extends LintRule {
    DiscoveryNotAllowed() {
        super(
                "DISCOVERY_NOT_ALLOWED",
                Severity.NOTE,
                "InvokeAgentRuntime is open to everybody, GetRuntimeProtectedResourceMetadata to nobody without credentials.");
    }

    @Override
    public void check(LintedPolicy policy, Advice advice) {
        boolean discovery = policy.statements().stream()
                .anyMatch(statement -> statement.allows()
                        && !statement.namesPrincipals()
                        && statement.covered().stream()
                                .anyMatch(action -> action.name().equals(MetadataNeedsEveryone.METADATA)));
        if (!isEndpoint(policy) || !policy.whole() || discovery) {
            return;
        }
        for (LintedStatement statement : policy.statements()) {
            if (!statement.allows() || !statement.everyone()) {
                continue;
            }
            for (LintedAction action : statement.actions()) {
                if (action.known().size() == 1 && action.known().get(0).name().equals("InvokeAgentRuntime")) {
                    advice.at(
                            action.value().place(),
                            "OAuth clients that look up the authorization server of this runtime through the endpoint"
                                    + " are refused: no statement allows bedrock-agentcore:"
                                    + MetadataNeedsEveryone.METADATA + " to \"*\".");
                    return;
                }
            }
        }
    }
}
