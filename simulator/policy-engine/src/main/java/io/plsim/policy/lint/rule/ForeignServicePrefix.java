package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.reference.AgentCoreReference;
import io.plsim.policy.reference.KnownAction;
import java.util.Optional;

/** An action of another service where only AgentCore is asked about, such as the printed {@code bedrock:InvokeGateway}. */
final class ForeignServicePrefix extends LintRule {
    ForeignServicePrefix() {
        super(
                "FOREIGN_SERVICE_PREFIX",
                Severity.WARNING,
                "An action has the prefix of another service, so it matches no request to AgentCore.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedAction action : statement.actions()) {
            boolean foreign = !action.prefix().isEmpty()
                    && !action.prefix().equals(AgentCoreReference.PREFIX)
                    && !WildcardInServicePrefix.wild(action.prefix());
            if (!foreign) {
                continue;
            }
            Optional<String> meant = meant(action, policy.reference());
            boolean elsewhere = policy.document().type() == PolicyType.IDENTITY;
            if (elsewhere && meant.isEmpty()) {
                continue;
            }
            String message = Advice.quoted(action.value().text()) + " is an action of the service prefix "
                    + Advice.quoted(action.prefix()) + "; requests to AgentCore ask about "
                    + AgentCoreReference.PREFIX + ": actions, so it matches nothing here.";
            if (meant.isEmpty()) {
                advice.at(action.value().place(), message);
            } else if (onAgentCoreOnly(statement)) {
                advice.meant(action.value().place(), message, meant.get());
            } else {
                advice.at(action.value().place(), message, meant.get());
            }
        }
    }

    /** AWS's pages once wrote {@code bedrock:} before every AgentCore action. */
    private static Optional<String> meant(LintedAction action, AgentCoreReference reference) {
        return action.prefix().equals("bedrock")
                ? reference
                        .action(action.name())
                        .filter(known -> known.plane() == KnownAction.Plane.DATA)
                        .map(known -> AgentCoreReference.PREFIX + ":" + known.name())
                : Optional.empty();
    }

    /** No action of {@code bedrock} ever acts on an ARN of AgentCore, so beside such ARNs there is one reading only. */
    private static boolean onAgentCoreOnly(LintedStatement statement) {
        return !statement.statement().resource().inverted()
                && !statement.resources().isEmpty()
                && statement.resources().stream()
                        .allMatch(resource -> resource.agentCore().isPresent());
    }
}
