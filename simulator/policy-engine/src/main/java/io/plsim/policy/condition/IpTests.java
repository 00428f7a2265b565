package io.plsim.policy.condition;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Address ranges in CIDR form, IPv4 and IPv6; an address without a prefix length is a range of one. */
final class IpTests {
    private IpTests() {}

    static ValueTest within(String value, boolean variables) {
        return Range.of(value)
                .<ValueTest>map(range -> (requestValue, context) ->
                        address(requestValue).filter(range::contains).isPresent())
                .orElse(ValueTest.NEVER);
    }

    /** A CIDR range. */
    record Range(byte[] network, int prefixLength) {
        static Optional<Range> of(String text) {
            int slash = text.indexOf('/');
            Optional<byte[]> network = address(slash < 0 ? text : text.substring(0, slash));
            if (network.isEmpty()) {
                return Optional.empty();
            }
            int bits = network.get().length * 8;
            if (slash < 0) {
                return Optional.of(new Range(network.get(), bits));
            }
            String length = text.substring(slash + 1);
            boolean digits =
                    !length.isEmpty() && length.length() <= 3 && length.chars().allMatch(Character::isDigit);
            if (!digits || Integer.parseInt(length) > bits) {
                return Optional.empty();
            }
            return Optional.of(new Range(network.get(), Integer.parseInt(length)));
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < prefixLength; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The bytes of a literal address; names are never looked up. */
    static Optional<byte[]> address(String text) {
        if (text.indexOf(':') >= 0) {
            return v6(text);
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            boolean digits = !parts[i].isEmpty()
                    && parts[i].length() <= 3
                    && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        boolean literal = text.length() <= 45
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128 || c == ':' || c == '.');
        if (!literal) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName("[" + text + "]").getAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
