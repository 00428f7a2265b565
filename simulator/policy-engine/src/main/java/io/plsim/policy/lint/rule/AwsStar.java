package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** {@code {"AWS": "*"}}, which leaves bearer callers out. */
final class AwsStar extends LintRule {
    AwsStar() {
        super(
                "AWS_STAR_LEAVES_OUT_OAUTH",
                Severity.WARNING,
                "{\"AWS\": \"*\"} stands for signed callers; bearer callers are matched by \"*\" alone.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        PrincipalElement principal = statement.statement().principal();
        if (principal == null || principal.inverted() || !isAttachedToAgentCore(policy)) {
            return;
        }
        for (PrincipalElement.Entry entry : principal.entries()) {
            if (entry.kind() == PrincipalElement.Kind.AWS
                    && entry.value().text().equals("*")) {
                advice.at(
                        entry.value().place(),
                        "{\"AWS\": \"*\"} stands for "
                                + (isEndpoint(policy) ? "signed callers only" : "everybody but bearer callers")
                                + "; an OAuth caller is not matched by it, so this "
                                + (statement.allows() ? "Allow does not admit" : "Deny does not stop")
                                + " OAuth callers. Write \"" + principal.name() + "\": \"*\" to mean everybody.");
            }
        }
    }
}
