package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.reference.AgentCoreReference;
import io.plsim.policy.reference.KnownAction;
import java.util.List;
import java.util.Optional;

/** An AgentCore action that does not exist. */
final class UnknownAction extends LintRule {
    UnknownAction() {
        super("UNKNOWN_ACTION", Severity.WARNING, "AgentCore has no action of that name, so it matches nothing.");
    }

    @Override
    public void check(LintedPolicy policy, Advice advice) {
        List<String> names = policy.comparable()
                ? policy.reference().actions().stream().map(KnownAction::name).toList()
                : List.of();
        for (LintedStatement statement : policy.statements()) {
            for (LintedAction action : statement.actions()) {
                boolean spaced = action.name().chars().anyMatch(Character::isWhitespace);
                if (action.prefix().equals(AgentCoreReference.PREFIX)
                        && action.known().isEmpty()
                        && !spaced) {
                    advise(action, names, advice);
                }
            }
        }
    }

    private static void advise(LintedAction action, List<String> names, Advice advice) {
        String message =
                "AgentCore has no action " + Advice.quoted(action.value().text());
        Optional<String> nearest = action.wild() ? Optional.empty() : NearestName.of(action.name(), names);
        if (nearest.isPresent()) {
            advice.at(
                    action.value().place(),
                    message + "; the nearest is " + nearest.get() + ".",
                    AgentCoreReference.PREFIX + ":" + nearest.get());
        } else {
            advice.at(action.value().place(), message + (action.wild() ? " or any like it." : "."));
        }
    }
}
