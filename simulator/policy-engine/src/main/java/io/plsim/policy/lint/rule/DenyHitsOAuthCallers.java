package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.reference.KnownConditionKey.Presence;

/** A Deny that fires for every bearer caller, because its key says something about IAM principals. */
final class DenyHitsOAuthCallers extends LintRule {
    DenyHitsOAuthCallers() {
        super(
                "DENY_HITS_OAUTH_CALLERS",
                Severity.WARNING,
                "A Deny for everybody compares a key that bearer callers never have with a negated operator, so it stops them all.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        boolean excluded = statement.clauses().stream().anyMatch(DenyHitsOAuthCallers::needsSignedCaller);
        if (statement.allows() || statement.namesPrincipals() || !isAttachedToAgentCore(policy) || excluded) {
            return;
        }
        for (Clause clause : statement.clauses()) {
            boolean hits = clause.key()
                            .filter(key -> key.presence() == Presence.SIGNED)
                            .isPresent()
                    && clause.trueWhenAbsent()
                    && !clause.asksPresence();
            if (hits) {
                advice.at(
                        clause.clause().key().place(),
                        "OAuth and unsigned callers have no " + clause.name() + ", and "
                                + clause.clause().operator().text()
                                + " is true for an absent key: this Deny stops every one of them. Add \"Null\": {\""
                                + clause.name() + "\": \"false\"} if only signed callers are meant.");
            }
        }
    }

    private static boolean needsSignedCaller(Clause clause) {
        boolean signed =
                clause.key().filter(key -> key.presence() == Presence.SIGNED).isPresent();
        if (clause.asksPresence()) {
            return signed
                    && clause.clause().values().stream()
                            .allMatch(value -> value.text().equalsIgnoreCase("false"));
        }
        return signed && !clause.trueWhenAbsent();
    }
}
