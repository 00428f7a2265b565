package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** An action without resource types beside resources that are named. */
final class ActionNeedsStar extends LintRule {
    ActionNeedsStar() {
        super(
                "ACTION_NEEDS_STAR_RESOURCE",
                Severity.WARNING,
                "An action has no resource type, so only Resource \"*\" covers it.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!statement.namesResources() || statement.statement().action().inverted()) {
            return;
        }
        for (LintedAction action : statement.actions()) {
            boolean starOnly = !action.everything()
                    && !action.known().isEmpty()
                    && action.known().stream()
                            .allMatch(known -> known.resourceTypes().isEmpty());
            if (starOnly) {
                advice.at(
                        action.value().place(),
                        Advice.quoted(action.value().text())
                                + " has no resource type in AWS's reference: it is asked on \"*\" and only a"
                                + " statement whose Resource is \"*\" covers it.");
            }
        }
    }
}
