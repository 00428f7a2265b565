package io.plsim.policy.condition;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/** Numeric comparison, exact; text that is no decimal number satisfies nothing. */
final class NumericTests {
    /** Longer texts are no numbers a policy compares, and big exponents are slow to compare. */
    private static final int MAX_LENGTH = 64;

    private NumericTests() {}

    static BiFunction<String, Boolean, ValueTest> when(IntPredicate order) {
        return (value, variables) -> number(value)
                .<ValueTest>map(bound -> (requestValue, context) -> number(requestValue)
                        .filter(asked -> order.test(asked.compareTo(bound)))
                        .isPresent())
                .orElse(ValueTest.NEVER);
    }

    static Optional<BigDecimal> number(String text) {
        if (text.length() > MAX_LENGTH || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
