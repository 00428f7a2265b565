package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;

/** A wildcard in the service or in the resource type of an ARN. */
final class WildcardInResourceType extends LintRule {
    WildcardInResourceType() {
        super(
                "WILDCARD_IN_RESOURCE_TYPE",
                Severity.NOTE,
                "An ARN has a wildcard in its service or in its resource type; what AWS makes of it is not documented.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedResource resource : statement.resources()) {
            resource.arn().filter(ArnText::complete).ifPresent(arn -> {
                int slash = arn.resource().indexOf('/');
                String type = slash < 0 ? "" : arn.resource().substring(0, slash);
                if (ArnText.open(type) || ArnText.open(arn.service())) {
                    advice.at(
                            resource.value().place(),
                            Advice.quoted(resource.value().text())
                                    + " has a wildcard in the service or the resource type; AWS's guide does not allow"
                                    + " that, the simulator lets it match. Write one value for each type.");
                }
            });
        }
    }
}
