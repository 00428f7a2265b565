package io.plsim.server.operation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Strict decoding of one path label or one side of a query parameter: each escape once, UTF-8 only, no controls.
 * What two readers could read differently is refused, so the policy never judges another text than the service sees.
 */
final class PercentEncoding {
    private PercentEncoding() {}

    /** Decodes a text; {@code where} is for the message only. */
    static String decode(String raw, String where) throws MalformedRequestException {
        if (isPlain(raw)) {
            return raw;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int value = c;
            if (c == '%') {
                value = i + 2 < raw.length() ? hex(raw.charAt(i + 1)) * 16 + hex(raw.charAt(i + 2)) : -1;
                i += 2;
            }
            if (value < 0x20 || value == 0x7f || (c != '%' && value > 0x7e)) {
                throw new MalformedRequestException(where + " is not correctly percent-encoded");
            }
            bytes.write(value);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedRequestException(where + " is not UTF-8");
        }
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' || c < 0x20 || c > 0x7e) {
                return false;
            }
        }
        return true;
    }

    /** So negative for what is no hex digit that no sum with another digit reaches zero. */
    private static int hex(char c) {
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        return digit < 0 ? -1000 : digit;
    }
}
