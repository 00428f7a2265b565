package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** NotResource with Allow. */
final class AllowWithNotResource extends LintRule {
    AllowWithNotResource() {
        super(
                "ALLOW_WITH_NOT_RESOURCE",
                Severity.NOTE,
                "NotResource with Allow admits every other resource, those of other accounts too.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (statement.allows() && statement.statement().resource().inverted()) {
            advice.at(
                    statement.statement().resource().place(),
                    "NotResource with Allow admits every resource that is not listed, those of other accounts too.");
        }
    }
}
