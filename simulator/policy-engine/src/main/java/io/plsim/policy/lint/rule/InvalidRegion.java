package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.regex.Pattern;

/** An ARN whose Region is empty or no Region. */
final class InvalidRegion extends LintRule {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");

    InvalidRegion() {
        super("INVALID_REGION", Severity.WARNING, "The Region of an ARN is empty or not written like one.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedResource resource : statement.resources()) {
            resource.agentCore()
                    .filter(arn -> !InvalidAccount.isBuiltIn(arn) && !accepted(arn.region()))
                    .ifPresent(arn -> advice.at(
                            resource.value().place(),
                            (arn.region().isEmpty()
                                            ? "The Region is empty"
                                            : Advice.quoted(arn.region()) + " is no Region")
                                    + " in " + Advice.quoted(resource.value().text())
                                    + "; write one such as us-east-1, or *. As it stands it matches nothing."));
        }
    }

    private static boolean accepted(String region) {
        return ArnText.open(region)
                || region.length() < 40 && REGION.matcher(region).matches();
    }
}
