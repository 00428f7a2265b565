package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;

/** The endpoint's own id as a condition of its own policy. */
final class SourceVpceAddsNothing extends LintRule {
    SourceVpceAddsNothing() {
        super(
                "SOURCE_VPCE_ADDS_NOTHING",
                Severity.WARNING,
                "A condition on aws:SourceVpce adds nothing in the policy of an endpoint.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!isEndpoint(policy)) {
            return;
        }
        for (Clause clause : statement.clauses()) {
            if (clause.name().equalsIgnoreCase("aws:SourceVpce") && !clause.asksPresence()) {
                advice.at(
                        clause.clause().key().place(),
                        "Every request that this policy judges comes through the endpoint that it is attached to:"
                                + " aws:SourceVpce is always that endpoint's id, so the condition is always true or never."
                                + " Use it in the policies of your runtimes, gateways and roles.");
            }
        }
    }
}
