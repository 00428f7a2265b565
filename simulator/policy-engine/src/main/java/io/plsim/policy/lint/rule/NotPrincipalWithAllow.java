package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** NotPrincipal with Allow. */
final class NotPrincipalWithAllow extends LintRule {
    NotPrincipalWithAllow() {
        super(
                "NOT_PRINCIPAL_WITH_ALLOW",
                Severity.WARNING,
                "NotPrincipal with Allow admits everybody else, unsigned callers included.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        PrincipalElement principal = statement.statement().principal();
        if (principal != null && principal.inverted() && statement.allows()) {
            advice.at(
                    principal.place(),
                    "NotPrincipal with Allow admits everybody who is not listed: other accounts, OAuth and unsigned"
                            + " callers too. List in Principal who may pass.");
        }
    }
}
