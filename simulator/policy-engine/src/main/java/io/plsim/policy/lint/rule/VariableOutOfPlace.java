package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.stream.Stream;

/** A variable where the language knows none. */
final class VariableOutOfPlace extends LintRule {
    VariableOutOfPlace() {
        super(
                "VARIABLE_OUT_OF_PLACE",
                Severity.WARNING,
                "A variable stands where the policy language knows none, so it is literal text.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        Stream.concat(
                        VariablePlaces.unsupported(statement)
                                .filter(value -> value.text().contains("${")),
                        VariablePlaces.beforeTheResource(statement))
                .forEach(value -> advise(value, advice));
    }

    private static void advise(PlacedText value, Advice advice) {
        advice.at(
                value.place(),
                "The variable in " + Advice.quoted(value.text())
                        + " stands where AWS knows none: variables work after the fifth colon of a resource and in"
                        + " values of String and Arn operators.");
    }
}
