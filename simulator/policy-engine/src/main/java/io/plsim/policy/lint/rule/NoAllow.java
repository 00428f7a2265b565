package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Place;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** A policy that allows nothing. */
final class NoAllow extends LintRule {
    NoAllow() {
        super(
                "NO_ALLOW",
                Severity.WARNING,
                "No statement of an endpoint policy allows anything, so every request is denied.");
    }

    @Override
    public void check(LintedPolicy policy, Advice advice) {
        // What resource and identity policies do not allow, others may.
        boolean alone = isEndpoint(policy) && policy.whole();
        if (alone && policy.statements().stream().noneMatch(LintedStatement::allows)) {
            advice.at(
                    new Place("/Statement", 1, 1),
                    "No statement allows anything: what is not allowed is denied, so nothing passes.");
        }
    }
}
