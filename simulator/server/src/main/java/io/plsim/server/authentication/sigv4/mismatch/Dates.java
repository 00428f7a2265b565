package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.sigv4.SigningDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Dates near the one of a signature. */
final class Dates {
    private Dates() {}

    static List<String> nearby(String date, int seconds) {
        return around(date, seconds, Duration.ofSeconds(1)).stream()
                .map(SigningDate::print)
                .toList();
    }

    static List<String> daysAround(String day) {
        return around(day + "T000000Z", 1, Duration.ofDays(1)).stream()
                .map(time -> SigningDate.print(time).substring(0, day.length()))
                .toList();
    }

    private static List<Instant> around(String date, int steps, Duration step) {
        return SigningDate.parse(date)
                .map(middle -> IntStream.rangeClosed(-steps, steps)
                        .filter(i -> i != 0)
                        .mapToObj(i -> middle.plus(step.multipliedBy(i)))
                        .toList())
                .orElse(List.of());
    }
}
