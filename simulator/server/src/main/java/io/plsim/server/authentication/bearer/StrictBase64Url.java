package io.plsim.server.authentication.bearer;

/**
 * Base64url in its one canonical form (RFC 4648, 3.5 and 5): no padding, no other alphabet, no stray characters, and the
 * unused bits of the last character are zero. Decoders that take more let one token have many spellings.
 */
final class StrictBase64Url {
    private StrictBase64Url() {}

    /** Whether {@code text[from, to)} is canonical and not empty. */
    static boolean isCanonical(String text, int from, int to) {
        int length = to - from;
        if (length < 1 || length % 4 == 1) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (value(text.charAt(i)) < 0) {
                return false;
            }
        }
        int last = value(text.charAt(to - 1));
        return switch (length % 4) {
            case 2 -> (last & 0b1111) == 0;
            case 3 -> (last & 0b11) == 0;
            default -> true;
        };
    }

    private static int value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '-' ? 62 : c == '_' ? 63 : -1;
    }
}
