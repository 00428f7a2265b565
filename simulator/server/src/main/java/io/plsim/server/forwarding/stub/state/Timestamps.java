package io.plsim.server.forwarding.stub.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Times the way the service model writes them: seconds since 1970 with milliseconds in most of Memory and A/B tests, ISO
 * 8601 text elsewhere.
 */
public final class Timestamps {
    /** The year 9999; beyond it no client reads a time. */
    private static final double LATEST_SECOND = 253_402_300_799d;

    private Timestamps() {}

    /** Seconds since 1970 with three decimals. */
    public static JsonNode epochSeconds(Instant time) {
        return DecimalNode.valueOf(new BigDecimal(BigInteger.valueOf(time.toEpochMilli()), 3));
    }

    public static String iso8601(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli()).toString();
    }

    /** A time as a client wrote it: a number of seconds, or ISO 8601 text. */
    public static Instant read(String member, JsonNode value) throws StubRefusal {
        if (value.isNumber()) {
            double seconds = value.doubleValue();
            if (seconds >= 0 && seconds <= LATEST_SECOND) {
                return Instant.ofEpochMilli(Math.round(seconds * 1000));
            }
        } else if (value.isTextual()) {
            try {
                return OffsetDateTime.parse(value.textValue()).toInstant();
            } catch (DateTimeException notATime) {
                // falls through to the refusal: the text is the client's and is not repeated
            }
        }
        throw StubRefusal.constraint(member, "be a timestamp");
    }
}
