package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.reference.KnownConditionKey.Presence;

/** An Allow for everybody whose condition no bearer caller can meet. */
final class AllowLeavesOutOAuth extends LintRule {
    AllowLeavesOutOAuth() {
        super(
                "ALLOW_LEAVES_OUT_OAUTH",
                Severity.NOTE,
                "An Allow for everybody has a condition on a key that bearer callers never have.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!statement.allows() || !statement.everyone() || !isAttachedToAgentCore(policy)) {
            return;
        }
        for (Clause clause : statement.clauses()) {
            boolean leavesOut = clause.key()
                            .filter(key -> key.presence() == Presence.SIGNED)
                            .isPresent()
                    && !clause.trueWhenAbsent()
                    && !clause.asksPresence();
            if (leavesOut) {
                advice.at(
                        clause.clause().key().place(),
                        "OAuth callers have no " + clause.name()
                                + ", so this Allow admits signed callers only, whatever its Principal says.");
            }
        }
    }
}
