package io.plsim.policy.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/**
 * Date comparison: the W3C forms of ISO 8601, in UTC where no zone is given, or epoch seconds, before 1970 too. Four digits
 * are a year.
 */
final class DateTests {
    private DateTests() {}

    static BiFunction<String, Boolean, ValueTest> when(IntPredicate order) {
        return (value, variables) -> date(value)
                .<ValueTest>map(bound -> (requestValue, context) -> date(requestValue)
                        .filter(asked -> order.test(asked.compareTo(bound)))
                        .isPresent())
                .orElse(ValueTest.NEVER);
    }

    /** The moment that a text names; empty when it names none. */
    static Optional<Instant> date(String text) {
        try {
            if (isInteger(text)) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            // The JDK's parsers also take a sign before the year.
            if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
                return Optional.empty();
            }
            return Optional.of(
                    switch (text.length()) {
                        case 4 -> startOf(Year.parse(text).atDay(1));
                        case 7 -> startOf(YearMonth.parse(text).atDay(1));
                        case 10 -> startOf(LocalDate.parse(text));
                        default ->
                            hasZone(text)
                                    ? OffsetDateTime.parse(text).toInstant()
                                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
                    });
        } catch (DateTimeException | NumberFormatException noDate) {
            return Optional.empty();
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Whether it is a count of seconds: digits with or without a minus, but for the four of a year. */
    private static boolean isInteger(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        return text.length() > from
                && (text.length() != 4 || from == 1)
                && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasZone(String text) {
        int time = text.indexOf('T') < 0 ? text.indexOf('t') : text.indexOf('T');
        return time >= 0 && text.substring(time).chars().anyMatch(c -> c == '+' || c == '-' || c == 'Z' || c == 'z');
    }
}
