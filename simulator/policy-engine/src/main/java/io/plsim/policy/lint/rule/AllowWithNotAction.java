package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** NotAction with Allow. */
final class AllowWithNotAction extends LintRule {
    AllowWithNotAction() {
        super(
                "ALLOW_WITH_NOT_ACTION",
                Severity.NOTE,
                "NotAction with Allow admits every other action, those that come later too.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (statement.allows() && statement.statement().action().inverted()) {
            advice.at(
                    statement.statement().action().place(),
                    "NotAction with Allow admits every action that is not listed, those that AWS adds later too.");
        }
    }
}
