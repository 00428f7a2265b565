package io.plsim.policy.lint.rule;

import io.plsim.policy.document.ArnRepair;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.Optional;

/** An ARN whose account is neither an id nor a wildcard. */
final class InvalidAccount extends LintRule {
    InvalidAccount() {
        super(
                "INVALID_ACCOUNT",
                Severity.WARNING,
                "The account of an ARN is neither twelve digits nor a whole wildcard.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedResource resource : statement.resources()) {
            resource.agentCore()
                    .filter(arn -> !accepted(arn.account()) && !isBuiltIn(arn))
                    .ifPresent(arn -> advise(resource.value(), arn.account(), advice));
        }
        PrincipalElement principal = statement.statement().principal();
        if (principal == null) {
            return;
        }
        for (PrincipalElement.Entry entry : principal.entries()) {
            if (entry.kind() == PrincipalElement.Kind.AWS) {
                Optional<ArnText> arn = ArnText.of(
                        ArnRepair.of(entry.value().text()).orElse(entry.value().text()));
                arn.filter(parts -> parts.complete() && !isId(parts.account()))
                        .ifPresent(parts -> advise(entry.value(), parts.account(), advice));
            }
        }
    }

    private static void advise(PlacedText value, String account, Advice advice) {
        String what = account.isEmpty()
                ? Advice.quoted(value.text()) + " has no account"
                : Advice.quoted(account) + " in " + Advice.quoted(value.text()) + " is no account";
        advice.at(
                value.place(),
                what + "; write the twelve digits" + (value.text().contains(":iam:") ? "" : ", or * for every account")
                        + ". As it stands it matches nothing.");
    }

    private static boolean accepted(String account) {
        return isId(account)
                || account.equals("aws")
                || !account.isEmpty() && account.chars().allMatch(c -> c == '*' || c == '?')
                || account.startsWith("${") && account.endsWith("}");
    }

    static boolean isId(String account) {
        return account.length() == 12 && account.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Built-in evaluators have neither Region nor account. */
    static boolean isBuiltIn(ArnText arn) {
        return arn.resource().startsWith("evaluator/Builtin.");
    }
}
