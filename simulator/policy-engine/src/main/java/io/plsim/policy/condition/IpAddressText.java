package io.plsim.policy.condition;

import java.util.Optional;

/**
 * Literal IP addresses in text form, RFC 4291 for IPv6. Not the JDK's parser: that one looks names up, and makes an IPv4
 * address of {@code ::ffff:10.0.0.1}.
 */
final class IpAddressText {
    private static final int GROUPS = 8;

    private IpAddressText() {}

    /** The four or sixteen bytes of an address; empty when the text is none. */
    static Optional<byte[]> bytes(String text) {
        if (text.indexOf(':') < 0) {
            byte[] bytes = new byte[4];
            return v4(text, bytes, 0) ? Optional.of(bytes) : Optional.empty();
        }
        int gap = text.indexOf("::");
        byte[] bytes = new byte[2 * GROUPS];
        if (gap < 0) {
            return groups(text, bytes) == GROUPS ? Optional.of(bytes) : Optional.empty();
        }
        String after = text.substring(gap + 2);
        int head = gap == 0 ? 0 : groups(text.substring(0, gap), bytes);
        byte[] end = new byte[2 * GROUPS];
        int tail = after.isEmpty() ? 0 : groups(after, end);
        if (head < 0
                || tail < 0
                || head + tail >= GROUPS
                || text.substring(0, gap).indexOf('.') >= 0) {
            return Optional.empty();
        }
        System.arraycopy(end, 0, bytes, 2 * (GROUPS - tail), 2 * tail);
        return Optional.of(bytes);
    }

    /** Writes the groups between single colons, the last of which may be an IPv4 address; their number, or -1. */
    private static int groups(String text, byte[] bytes) {
        String[] parts = text.split(":", -1);
        int group = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            if (group + (dotted ? 2 : 1) > GROUPS) {
                return -1;
            }
            if (dotted) {
                if (!v4(parts[i], bytes, 2 * group)) {
                    return -1;
                }
                group += 2;
                continue;
            }
            int value = number(parts[i], 16, 4);
            if (value < 0) {
                return -1;
            }
            bytes[2 * group] = (byte) (value >> 8);
            bytes[2 * group + 1] = (byte) value;
            group++;
        }
        return group;
    }

    private static boolean v4(String text, byte[] bytes, int at) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            int value = number(parts[i], 10, 3);
            if (value < 0 || value > 255) {
                return false;
            }
            bytes[at + i] = (byte) value;
        }
        return true;
    }

    /** A number of at most so many ASCII digits, or -1. */
    static int number(String text, int radix, int digits) {
        if (text.isEmpty() || text.length() > digits) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
