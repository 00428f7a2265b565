package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Place;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** A policy that allows nothing. */
final class NoAllow extends LintRule {
    NoAllow() {
        super("NO_ALLOW", Severity.WARNING, "No statement allows anything, so every request is denied.");
    }

    @Override
    public void check(LintedPolicy policy, Advice advice) {
        if (policy.whole() && policy.statements().stream().noneMatch(LintedStatement::allows)) {
            advice.at(
                    new Place("/Statement", 1, 1),
                    "No statement allows anything: what is not allowed is denied, so nothing passes.");
        }
    }
}
