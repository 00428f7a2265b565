package io.plsim.policy.twin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Numbers, dates, addresses and bytes, read the plain way (rules 69 to 73); what cannot be read is empty. */
public final class SlowValues {
    private SlowValues() {}

    public static Optional<BigDecimal> number(String text) {
        return text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    public static Optional<Instant> date(String text) {
        try {
            if (text.matches("[0-9]{4}")) {
                return Optional.of(Instant.parse(text + "-01-01T00:00:00Z"));
            }
            if (text.matches("-?[0-9]+")) {
                return Optional.of(Instant.ofEpochSecond(new BigInteger(text).longValueExact()));
            }
            if (!text.matches("(?s)[0-9].*")) {
                return Optional.empty();
            }
            if (text.matches("[0-9]{4}-[0-9]{2}")) {
                return Optional.of(YearMonth.parse(text)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            }
            if (text.matches("[0-9-]+")) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return Optional.of(
                    text.matches(".*([Zz]|[+-][0-9:]+)")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    static boolean sameBytes(String one, String other) {
        try {
            return Arrays.equals(
                    Base64.getDecoder().decode(one), Base64.getDecoder().decode(other));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    public static boolean inRange(String address, String range) {
        String[] parts = range.split("/", 2);
        Optional<byte[]> network = address(parts[0]);
        Optional<byte[]> asked = address(address);
        if (network.isEmpty() || asked.isEmpty() || network.get().length != asked.get().length) {
            return false;
        }
        int bits = network.get().length * 8;
        if (parts.length == 2 && !(parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= bits)) {
            return false;
        }
        int free = bits - (parts.length == 2 ? Integer.parseInt(parts[1]) : bits);
        return new BigInteger(1, network.get())
                .shiftRight(free)
                .equals(new BigInteger(1, asked.get()).shiftRight(free));
    }

    private static Optional<byte[]> address(String text) {
        String octet = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})";
        boolean v4 = text.matches(octet + "(\\." + octet + "){3}");
        // The JDK also takes groups of five digits, which RFC 4291 does not know.
        if (!v4 && !text.matches("(?!.*[0-9a-fA-F]{5})[0-9a-fA-F.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName(v4 ? text : "[" + text + "]").getAddress();
            // The JDK makes an IPv4 address of ::ffff:a.b.c.d; here it stays what it was written as.
            return Optional.of(v4 || bytes.length == 16 ? bytes : mapped(bytes));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }

    private static byte[] mapped(byte[] v4) {
        byte[] v6 = new byte[16];
        v6[10] = (byte) 0xff;
        v6[11] = (byte) 0xff;
        System.arraycopy(v4, 0, v6, 12, 4);
        return v6;
    }
}
