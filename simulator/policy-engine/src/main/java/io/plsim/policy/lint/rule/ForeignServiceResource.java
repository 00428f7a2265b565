package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.reference.AgentCoreReference;
import java.util.Optional;

/** A resource of another service. */
final class ForeignServiceResource extends LintRule {
    ForeignServiceResource() {
        super(
                "FOREIGN_SERVICE_RESOURCE",
                Severity.WARNING,
                "A resource belongs to another service, so it matches no request to AgentCore.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!isAttachedToAgentCore(policy)) {
            return;
        }
        for (LintedResource resource : statement.resources()) {
            Optional<ArnText> arn = resource.arn()
                    .filter(parts -> parts.fields() > 3
                            && !ArnText.open(parts.service())
                            && !parts.service().equals(AgentCoreReference.PREFIX));
            if (arn.isPresent()) {
                advice.at(
                        resource.value().place(),
                        Advice.quoted(resource.value().text()) + " is a resource of "
                                + Advice.quoted(arn.get().service())
                                + "; requests to AgentCore are asked about " + AgentCoreReference.PREFIX + " ARNs.");
            }
        }
    }
}
