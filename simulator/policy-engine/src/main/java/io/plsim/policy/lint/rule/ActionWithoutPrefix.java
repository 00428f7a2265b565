package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.reference.AgentCoreReference;

/** An action without a service prefix, or with white space in it. */
final class ActionWithoutPrefix extends LintRule {
    ActionWithoutPrefix() {
        super(
                "ACTION_WITHOUT_PREFIX",
                Severity.WARNING,
                "An action is no prefix:Name and not \"*\", so it matches nothing.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedAction action : statement.actions()) {
            String text = action.value().text();
            if (action.everything()
                    || !action.prefix().isEmpty() && text.chars().noneMatch(Character::isWhitespace)) {
                continue;
            }
            String message = Advice.quoted(text)
                    + " is no action: it needs a service prefix, a colon and a name without spaces; it matches nothing.";
            String bare = text.strip();
            String name = bare.substring(bare.indexOf(':') + 1).strip();
            policy.reference()
                    .action(name)
                    .ifPresentOrElse(
                            known -> advice.at(
                                    action.value().place(), message, AgentCoreReference.PREFIX + ":" + known.name()),
                            () -> advice.at(action.value().place(), message));
        }
    }
}
