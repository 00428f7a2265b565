package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;

/** An empty list, which makes its statement inert. */
final class EmptyList extends LintRule {
    EmptyList() {
        super("EMPTY_LIST", Severity.WARNING, "Action, Resource, Principal or a condition has an empty list.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        element(statement.statement().action(), advice);
        element(statement.statement().resource(), advice);
        PrincipalElement principal = statement.statement().principal();
        if (principal != null && principal.entries().isEmpty()) {
            advice.at(principal.place(), principal.name() + " is empty: the statement matches nobody.");
        }
        for (Clause clause : statement.clauses()) {
            if (clause.clause().values().isEmpty()) {
                advice.at(
                        clause.clause().key().place(),
                        Advice.quoted(clause.name()) + " has no value to compare with; give one, or remove the key.");
            }
        }
    }

    private static void element(PatternElement element, Advice advice) {
        if (element.values().isEmpty()) {
            advice.at(element.place(), element.name() + " is an empty list: the statement matches nothing.");
        }
    }
}
