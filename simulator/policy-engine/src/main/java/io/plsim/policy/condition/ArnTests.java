package io.plsim.policy.condition;

import io.plsim.policy.matching.TextTemplate;
import io.plsim.policy.matching.TextTemplate.Dialect;
import java.util.ArrayList;
import java.util.List;

/** ARN comparison: six parts, each with wildcards of its own; ArnEquals and ArnLike are the same. */
final class ArnTests {
    private static final int PARTS = 6;

    private ArnTests() {}

    static ValueTest like(String value, boolean variables) {
        List<TextTemplate> parts = new ArrayList<>();
        for (String part : split(value)) {
            parts.add(TextTemplate.of(part, Dialect.GLOB, variables));
        }
        if (parts.size() != PARTS) {
            return ValueTest.NEVER;
        }
        return (requestValue, context) -> {
            String[] asked = requestValue.split(":", PARTS);
            if (asked.length != PARTS) {
                return false;
            }
            for (int i = 0; i < PARTS; i++) {
                if (!parts.get(i).matches(asked[i], context)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Splits at the first five colons that do not stand inside {@code ${...}}. */
    private static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean inside = false;
        for (int i = 0; i < value.length() && parts.size() < PARTS - 1; i++) {
            char c = value.charAt(i);
            inside = inside ? c != '}' : value.startsWith("${", i);
            if (c == ':' && !inside) {
                parts.add(value.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(value.substring(from));
        return parts;
    }
}
