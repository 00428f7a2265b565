package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** A kind of principal that never calls through an endpoint. */
final class PrincipalNeverCalls extends LintRule {
    PrincipalNeverCalls() {
        super(
                "PRINCIPAL_NEVER_CALLS",
                Severity.NOTE,
                "Service, Federated and CanonicalUser principals do not call AgentCore through an endpoint.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        PrincipalElement principal = statement.statement().principal();
        if (principal == null || !isEndpoint(policy)) {
            return;
        }
        for (PrincipalElement.Entry entry : principal.entries()) {
            if (entry.kind() != PrincipalElement.Kind.AWS && entry.kind() != PrincipalElement.Kind.EVERYONE) {
                advice.at(
                        entry.value().place(),
                        "A principal of kind " + entry.kind().key()
                                + " does not call AgentCore through an interface endpoint; "
                                + Advice.quoted(entry.value().text()) + " matches nobody here.");
            }
        }
    }
}
