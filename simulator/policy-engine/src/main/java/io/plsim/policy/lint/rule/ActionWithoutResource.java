package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.reference.KnownAction;
import java.util.Set;
import java.util.TreeSet;

/** An action that is asked on resources which the statement does not name. */
final class ActionWithoutResource extends LintRule {
    ActionWithoutResource() {
        super(
                "ACTION_WITHOUT_RESOURCE",
                Severity.WARNING,
                "An action is asked on resource types of which the statement names none.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        Set<String> types = statement.types();
        boolean anyFits = statement.covered().stream()
                .anyMatch(action -> action.resourceTypes().stream().anyMatch(types::contains));
        if (!statement.namesResources() || statement.statement().action().inverted() || !anyFits) {
            return;
        }
        for (LintedAction action : statement.actions()) {
            boolean without = !action.everything()
                    && !action.known().isEmpty()
                    && action.known().stream().allMatch(known -> misses(known, types));
            if (without) {
                Set<String> asked = new TreeSet<>();
                action.known().forEach(known -> asked.addAll(known.resourceTypes()));
                advice.at(
                        action.value().place(),
                        Advice.quoted(action.value().text()) + " is asked on " + String.join(" or ", asked)
                                + ", and no resource of this statement is one, so it matches nothing.");
            }
        }
    }

    private static boolean misses(KnownAction action, Set<String> types) {
        return !action.resourceTypes().isEmpty()
                && action.resourceTypes().stream().noneMatch(types::contains);
    }
}
