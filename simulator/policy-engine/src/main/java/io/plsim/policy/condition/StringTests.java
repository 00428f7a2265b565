package io.plsim.policy.condition;

import io.plsim.policy.matching.TextTemplate;
import io.plsim.policy.matching.TextTemplate.Dialect;
import java.util.Locale;

/** String comparisons: case-sensitive unless the name says otherwise, wildcards only in the Like forms. */
final class StringTests {
    private StringTests() {}

    static ValueTest equal(String value, boolean variables) {
        return TextTemplate.of(value, Dialect.LITERAL, variables)::matches;
    }

    static ValueTest like(String value, boolean variables) {
        return TextTemplate.of(value, Dialect.GLOB, variables)::matches;
    }

    static ValueTest equalIgnoringCase(String value, boolean variables) {
        TextTemplate template = TextTemplate.of(value, Dialect.LITERAL, variables);
        if (!template.hasVariables()) {
            return (requestValue, context) ->
                    template.resolved(context).toLowerCase(Locale.ROOT).equals(requestValue.toLowerCase(Locale.ROOT));
        }
        return (requestValue, context) -> template.resolve(context).isPresent()
                && template.resolved(context).toLowerCase(Locale.ROOT).equals(requestValue.toLowerCase(Locale.ROOT));
    }
}
