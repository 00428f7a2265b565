package io.plsim.policy.lint;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Severity;
import io.plsim.policy.document.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An action of another service in an AgentCore endpoint policy, such as the printed {@code bedrock:InvokeGateway}. */
final class ForeignServicePrefix implements LintRule {
    private static final String PREFIX = "bedrock-agentcore";

    @Override
    public List<PolicyFinding> check(PolicyDocument document) {
        List<PolicyFinding> findings = new ArrayList<>();
        if (document.type() != PolicyType.ENDPOINT) {
            return findings;
        }
        for (Statement statement : document.statements()) {
            for (PlacedText action : statement.action().values()) {
                int colon = action.text().indexOf(':');
                if (colon > 0
                        && !action.text()
                                .substring(0, colon)
                                .toLowerCase(Locale.ROOT)
                                .equals(PREFIX)) {
                    findings.add(finding(action, colon));
                }
            }
        }
        return findings;
    }

    private static PolicyFinding finding(PlacedText action, int colon) {
        String prefix = action.text().substring(0, colon);
        String meant = PREFIX + action.text().substring(colon);
        return new PolicyFinding(
                Severity.WARNING,
                "FOREIGN_SERVICE_PREFIX",
                action.place().pointer(),
                action.place().line(),
                action.place().column(),
                "\"" + action.text() + "\" is an action of the service prefix \"" + prefix
                        + "\"; requests to AgentCore ask about " + PREFIX + ": actions, so it matches nothing here.",
                prefix.equals("bedrock") ? meant : null,
                false);
    }
}
