package io.plsim.policy.condition;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/** Numeric comparison, exact; text that is no decimal number satisfies nothing. */
final class NumericTests {
    /** Longer texts are no numbers that a policy compares, and slow to read. */
    private static final int MAX_LENGTH = 1_000;

    private NumericTests() {}

    static BiFunction<String, Boolean, ValueTest> when(IntPredicate order) {
        return (value, variables) -> number(value)
                .<ValueTest>map(bound -> (requestValue, context) -> number(requestValue)
                        .filter(asked -> order.test(asked.compareTo(bound)))
                        .isPresent())
                .orElse(ValueTest.NEVER);
    }

    /** An integer or decimal in plain digits; {@code 10abc}, {@code 1e3} and {@code 0x10} are none. */
    static Optional<BigDecimal> number(String text) {
        return isPlain(text) ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean isPlain(String text) {
        int digits = 0;
        int points = 0;
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1 && text.length() <= MAX_LENGTH;
    }
}
