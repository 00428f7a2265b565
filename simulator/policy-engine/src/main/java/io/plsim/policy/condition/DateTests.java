package io.plsim.policy.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Date comparison: W3C ISO 8601 in UTC where no zone is given, or epoch seconds; four digits are a year. */
final class DateTests {
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC),
            text -> YearMonth.parse(text).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC),
            text -> Year.parse(text).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));

    private DateTests() {}

    static BiFunction<String, Boolean, ValueTest> when(IntPredicate order) {
        return (value, variables) -> date(value)
                .<ValueTest>map(bound -> (requestValue, context) -> date(requestValue)
                        .filter(asked -> order.test(asked.compareTo(bound)))
                        .isPresent())
                .orElse(ValueTest.NEVER);
    }

    static Optional<Instant> date(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
        if (digits && text.length() > 4) {
            return epoch(text);
        }
        for (Function<String, Instant> form : FORMS) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeException otherForm) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> epoch(String text) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        } catch (NumberFormatException | DateTimeException tooLarge) {
            return Optional.empty();
        }
    }
}
