package io.plsim.policy.condition;

import java.util.Optional;

/** Address ranges in CIDR form, IPv4 and IPv6; an address without a prefix length is a range of one. */
final class IpTests {
    private IpTests() {}

    static ValueTest within(String value, boolean variables) {
        return Range.of(value)
                .<ValueTest>map(range -> (requestValue, context) -> IpAddressText.bytes(requestValue)
                        .filter(range::contains)
                        .isPresent())
                .orElse(ValueTest.NEVER);
    }

    /** A CIDR range. */
    record Range(byte[] network, int prefixLength) {
        static Optional<Range> of(String text) {
            int slash = text.indexOf('/');
            Optional<byte[]> network = IpAddressText.bytes(slash < 0 ? text : text.substring(0, slash));
            if (network.isEmpty()) {
                return Optional.empty();
            }
            int bits = network.get().length * 8;
            int length = slash < 0 ? bits : IpAddressText.number(text.substring(slash + 1), 10, 3);
            return length < 0 || length > bits ? Optional.empty() : Optional.of(new Range(network.get(), length));
        }

        /** An IPv4 address is in no IPv6 range, nor the other way round, not even {@code ::ffff:10.0.0.1}. */
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
}
