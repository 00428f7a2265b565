package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** A variable in a policy that has no variables, for want of a Version. */
final class VariableWithoutVersion extends LintRule {
    VariableWithoutVersion() {
        super(
                "VARIABLE_WITHOUT_VERSION",
                Severity.WARNING,
                "The policy has no Version 2012-10-17, so a variable in it stays literal text.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!policy.document().hasVariables()) {
            VariablePlaces.supported(statement)
                    .filter(value -> value.text().contains("${"))
                    .forEach(value -> advice.at(
                            value.place(),
                            "Without \"Version\": \"2012-10-17\" the variable in " + Advice.quoted(value.text())
                                    + " is ordinary text and stands for nothing."));
        }
    }
}
