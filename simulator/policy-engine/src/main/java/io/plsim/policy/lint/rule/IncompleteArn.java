package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;

/** An ARN with fewer than six parts that no wildcard at its end completes. */
final class IncompleteArn extends LintRule {
    IncompleteArn() {
        super("INCOMPLETE_ARN", Severity.WARNING, "An ARN has fewer than six parts and does not end in a wildcard.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedResource resource : statement.resources()) {
            boolean incomplete = resource.arn().filter(arn -> !arn.complete()).isPresent()
                    && !resource.value().text().endsWith("*");
            if (incomplete) {
                advice.at(
                        resource.value().place(),
                        Advice.quoted(resource.value().text())
                                + " has fewer than the six parts arn:partition:service:region:account:resource; as it"
                                + " stands it matches nothing.");
            }
        }
    }
}
