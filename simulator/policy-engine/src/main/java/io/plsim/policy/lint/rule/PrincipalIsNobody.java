package io.plsim.policy.lint.rule;

import io.plsim.policy.document.ArnRepair;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.List;

/** A principal that stands for nobody: a group, a deleted entity's id, a word. */
final class PrincipalIsNobody extends LintRule {
    private static final List<String> KINDS = List.of("root", "user/", "role/", "assumed-role/", "federated-user/");

    PrincipalIsNobody() {
        super(
                "PRINCIPAL_IS_NOBODY",
                Severity.WARNING,
                "A principal is a group, the id of a deleted entity, or a word: it stands for nobody.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        PrincipalElement principal = statement.statement().principal();
        if (principal == null) {
            return;
        }
        for (PrincipalElement.Entry entry : principal.entries()) {
            String text = entry.value().text();
            if (entry.kind() != PrincipalElement.Kind.AWS || text.equals("*") || InvalidAccount.isId(text)) {
                continue;
            }
            String whole = ArnRepair.of(text).orElse(text);
            ArnText.of(whole)
                    .ifPresentOrElse(
                            arn -> {
                                if (arn.complete()
                                        && KINDS.stream()
                                                .noneMatch(
                                                        kind -> arn.resource().startsWith(kind))) {
                                    advice.at(
                                            entry.value().place(),
                                            Advice.quoted(text)
                                                    + " is no principal: callers are users, roles, sessions and"
                                                    + " accounts (root). It matches nobody.");
                                }
                            },
                            () -> advice.at(
                                    entry.value().place(),
                                    Advice.quoted(text)
                                            + " is neither an account id nor an ARN; an id such as AIDA... is what"
                                            + " remains of a deleted user or role. It matches nobody."));
        }
    }
}
