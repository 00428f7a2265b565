package io.plsim.server.authentication.sigv4;

import io.plsim.server.authentication.sigv4.SignatureClaim.Place;
import io.plsim.server.authentication.sigv4.mismatch.SignatureDiagnosis;
import io.plsim.server.inbound.InboundRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When a signature is good: five minutes around its date in a header, its own lifetime in a query. */
final class SigningWindow {
    private static final int LONGEST_NUMBER = 6;

    private SigningWindow() {}

    static void require(SignatureClaim claim, InboundRequest request, Instant clock, SignatureRules rules)
            throws SignatureException {
        Instant signed = SigningDate.parse(claim.date())
                .orElseThrow(() -> SignatureException.incomplete("Date must be in ISO-8601 'basic format'. Got '"
                        + Quoted.of(claim.date()) + "'. See http://en.wikipedia.org/wiki/ISO_8601"));
        Duration life = claim.place() == Place.QUERY ? lifetime(claim, request, rules) : SignatureRules.WINDOW;
        Instant now = clock.truncatedTo(ChronoUnit.SECONDS);
        Instant earliest = now.minus(life);
        Instant latest = now.plus(SignatureRules.WINDOW);
        if (signed.isBefore(earliest)) {
            throw SignatureException.invalid("Signature expired: %s is now earlier than %s (%s - %s.)"
                            .formatted(
                                    claim.date(), SigningDate.print(earliest), SigningDate.print(now), printed(life)))
                    .because(clock(signed, now));
        }
        if (signed.isAfter(latest)) {
            throw SignatureException.invalid("Signature not yet current: %s is still later than %s (%s + 5 min.)"
                            .formatted(claim.date(), SigningDate.print(latest), SigningDate.print(now)))
                    .because(clock(signed, now));
        }
    }

    private static Duration lifetime(SignatureClaim claim, InboundRequest request, SignatureRules rules)
            throws SignatureException {
        String text = claim.lifetime();
        boolean number = text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
        Duration longest = isWebSocket(request) ? rules.webSocketLifetime() : SignatureRules.LONGEST;
        Duration life = number ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
        if (life.isZero() || life.compareTo(longest) > 0) {
            throw SignatureException.incomplete("X-Amz-Expires must be a number of seconds from 1 to "
                    + longest.toSeconds() + (isWebSocket(request) ? " for a WebSocket handshake." : "."));
        }
        return life;
    }

    private static boolean isWebSocket(InboundRequest request) {
        return request.headers().all("Upgrade").stream()
                .anyMatch(protocol -> protocol.trim().equalsIgnoreCase("websocket"));
    }

    private static String printed(Duration life) {
        return life.toSeconds() % 60 == 0 ? life.toMinutes() + " min" : life.toSeconds() + " sec";
    }

    private static SignatureDiagnosis clock(Instant signed, Instant now) {
        Duration apart = Duration.between(signed, now).abs();
        String distance = "%d h %d min %d s".formatted(apart.toHours(), apart.toMinutesPart(), apart.toSecondsPart());
        return SignatureDiagnosis.of(
                "CLOCK",
                "The signature is dated %s %s this server's clock (%s). Set the client's clock, sign again, or look at"
                                .formatted(distance, signed.isBefore(now) ? "before" : "after", SigningDate.print(now))
                        + " `clock` in the configuration if it is frozen there.");
    }
}
