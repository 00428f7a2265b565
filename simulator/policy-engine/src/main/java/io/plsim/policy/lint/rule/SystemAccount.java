package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.Optional;
import java.util.Set;

/** The account {@code aws} on a customer's resource, or a customer's account on a system tool. */
final class SystemAccount extends LintRule {
    private static final Set<String> SYSTEM = Set.of("browser", "code-interpreter", "web-search");

    SystemAccount() {
        super(
                "SYSTEM_ACCOUNT",
                Severity.WARNING,
                "The ARN's account is aws for a resource that customers own, or an id for one that AWS owns.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedResource resource : statement.resources()) {
            Optional<ArnText> arn =
                    resource.agentCore().filter(parts -> !resource.types().isEmpty());
            arn.ifPresent(parts -> advise(resource, parts, advice));
        }
    }

    private static void advise(LintedResource resource, ArnText arn, Advice advice) {
        boolean mayBeSystem = resource.types().stream().anyMatch(SYSTEM::contains);
        boolean named = !ArnText.open(arn.resource());
        boolean systemId = arn.resource().contains("/aws.");
        if (arn.account().equals("aws")
                && (!mayBeSystem || named && !systemId && !arn.resource().startsWith("tool/"))) {
            advice.at(
                    resource.value().place(),
                    Advice.quoted(arn.resource())
                            + " belongs to a customer's account; only AWS's own tools such as browser/aws.browser.v1"
                            + " have the account aws. Write the twelve digits.");
        }
        if (InvalidAccount.isId(arn.account()) && mayBeSystem && named && systemId) {
            advice.at(
                    resource.value().place(),
                    Advice.quoted(arn.resource()) + " is one of AWS's own tools: the account in its ARN is aws, so "
                            + arn.account() + " matches nothing.",
                    arn.withAccount("aws"));
        }
    }
}
