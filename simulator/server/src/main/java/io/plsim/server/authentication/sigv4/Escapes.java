package io.plsim.server.authentication.sigv4;

import java.nio.charset.StandardCharsets;

/** Percent-encoding the one way of Signature Version 4: everything but letters, digits and {@code -_.~} is escaped. */
public final class Escapes {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Escapes() {}

    /** Escapes a text of octets. */
    public static String escape(String text, boolean keepSlash) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain), keepSlash)) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 32).append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c, keepSlash)) {
                escaped.append(c);
            } else if (c < 0x100) {
                append(escaped, c);
            } else {
                // Cannot come from a socket, where a character is an octet.
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    append(escaped, b & 0xff);
                }
            }
        }
        return escaped.toString();
    }

    /** Undoes the escapes, octet by octet; what is no escape stays, a plus sign too. */
    public static String unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder octets = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && digit(text.charAt(i + 1)) >= 0 && digit(text.charAt(i + 2)) >= 0) {
                octets.append((char) (digit(text.charAt(i + 1)) * 16 + digit(text.charAt(i + 2))));
                i += 2;
            } else {
                octets.append(c);
            }
        }
        return octets.toString();
    }

    private static void append(StringBuilder escaped, int octet) {
        escaped.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xf]);
    }

    private static boolean isPlain(char c, boolean keepSlash) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~'
                || keepSlash && c == '/';
    }

    private static int digit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
