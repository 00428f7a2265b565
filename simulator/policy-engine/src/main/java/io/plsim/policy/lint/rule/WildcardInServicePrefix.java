package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** A wildcard before the colon of an action. */
final class WildcardInServicePrefix extends LintRule {
    WildcardInServicePrefix() {
        super(
                "WILDCARD_IN_SERVICE_PREFIX",
                Severity.WARNING,
                "An action has a wildcard in its service prefix, which AWS does not support.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedAction action : statement.actions()) {
            if (wild(action.prefix())) {
                advice.at(
                        action.value().place(),
                        Advice.quoted(action.value().text())
                                + " has a wildcard in the service prefix; wildcards work after the colon only, so it"
                                + " matches nothing.");
            }
        }
    }

    static boolean wild(String prefix) {
        return prefix.indexOf('*') >= 0 || prefix.indexOf('?') >= 0;
    }
}
