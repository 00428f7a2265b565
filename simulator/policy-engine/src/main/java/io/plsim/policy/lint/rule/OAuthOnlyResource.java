package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;

/** A resource that takes bearer tokens alone, allowed to IAM principals. */
final class OAuthOnlyResource extends LintRule {
    OAuthOnlyResource() {
        super(
                "OAUTH_ONLY_RESOURCE",
                Severity.WARNING,
                "A resource that takes bearer tokens only is allowed to IAM principals only, so nobody can reach it.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!statement.allows() || !statement.namesPrincipals()) {
            return;
        }
        for (LintedResource resource : statement.resources()) {
            resource.agentCore()
                    .filter(arn -> policy.bearerOnly().contains(arn.resource()))
                    .ifPresent(arn -> advice.at(
                            resource.value().place(),
                            Advice.quoted(arn.resource())
                                    + " takes OAuth tokens only, and no token belongs to an IAM principal: this"
                                    + " statement admits nobody. Its Principal must be \"*\"."));
        }
    }
}
