package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** A resource of a type on which none of the statement's actions is ever asked. */
final class ResourceTypeNeverAsked extends LintRule {
    ResourceTypeNeverAsked() {
        super(
                "RESOURCE_TYPE_NEVER_ASKED",
                Severity.WARNING,
                "No action of the statement is ever asked on resources of that type.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (statement.statement().resource().inverted() || statement.covered().isEmpty()) {
            return;
        }
        Set<String> asked = new HashSet<>();
        statement.covered().forEach(action -> asked.addAll(action.resourceTypes()));
        for (LintedResource resource : statement.resources()) {
            boolean never = !resource.everything()
                    && !resource.types().isEmpty()
                    && resource.types().stream().noneMatch(asked::contains);
            if (never) {
                advice.at(
                        resource.value().place(),
                        "No action of this statement is ever asked on "
                                + String.join(" or ", new TreeSet<>(resource.types())) + ", so "
                                + Advice.quoted(resource.value().text()) + " matches nothing"
                                + (asked.isEmpty() ? "." : "; they are asked on " + listed(asked) + "."));
            }
        }
    }

    private static String listed(Set<String> types) {
        Set<String> sorted = new TreeSet<>(types);
        return sorted.size() > 4 ? sorted.size() + " other types" : String.join(", ", sorted);
    }
}
