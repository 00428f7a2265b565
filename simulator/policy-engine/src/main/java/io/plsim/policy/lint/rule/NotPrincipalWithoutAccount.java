package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.Set;
import java.util.stream.Collectors;

/** NotPrincipal with Deny that lists a user, role or session without its account. */
final class NotPrincipalWithoutAccount extends LintRule {
    NotPrincipalWithoutAccount() {
        super(
                "NOT_PRINCIPAL_WITHOUT_ACCOUNT",
                Severity.WARNING,
                "NotPrincipal with Deny lists a user, role or session without its account, so AWS may deny it all the same.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        PrincipalElement principal = statement.statement().principal();
        if (principal == null || !principal.inverted() || statement.allows()) {
            return;
        }
        Set<String> texts =
                principal.entries().stream().map(entry -> entry.value().text()).collect(Collectors.toSet());
        for (PrincipalElement.Entry entry : principal.entries()) {
            ArnText.of(entry.value().text())
                    .filter(arn -> arn.complete() && !arn.resource().equals("root"))
                    .ifPresent(arn -> {
                        String root = "arn:" + arn.partition() + ":iam::" + arn.account() + ":root";
                        if (!texts.contains(root) && !texts.contains(arn.account())) {
                            advice.at(
                                    entry.value().place(),
                                    "AWS may compare the account before the user or role: list " + root
                                            + " beside "
                                            + Advice.quoted(entry.value().text())
                                            + ", else this Deny can hit it all the same.");
                        }
                    });
        }
    }
}
