package io.plsim.policy.condition;

import io.plsim.policy.matching.TextTemplate;
import io.plsim.policy.matching.TextTemplate.Dialect;
import io.plsim.policy.request.ContextKeys;

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
            String wanted = template.resolved(ContextKeys.NONE);
            return (requestValue, context) -> wanted.equalsIgnoreCase(requestValue);
        }
        return (requestValue, context) ->
                template.hasValues(context) && template.resolved(context).equalsIgnoreCase(requestValue);
    }
}
