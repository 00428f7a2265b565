package io.plsim.server.authentication.sigv4;

import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical request of Signature Version 4, built from the raw target and the raw header values (IAM User Guide,
 * "Create a signed AWS API request"). Services other than S3 encode every path segment once more, as it came.
 */
final class CanonicalRequest {
    private CanonicalRequest() {}

    static String of(InboundRequest request, List<String> signedHeaders, String bodyHash) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(path(request.rawPath())).append('\n');
        text.append(query(request.rawQuery())).append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':').append(values(request.headers(), name)).append('\n');
        }
        text.append('\n').append(String.join(";", signedHeaders)).append('\n').append(bodyHash);
        return text.toString();
    }

    /** Every byte of the raw path that is not unreserved is escaped, the percent signs of its own escapes too. */
    static String path(String rawPath) {
        return rawPath.isEmpty() ? "/" : escape(rawPath, true);
    }

    static String query(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return "";
        }
        List<String> pairs = new ArrayList<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(reescape(name) + "=" + reescape(value));
        }
        Collections.sort(pairs, CanonicalRequest::byNameThenValue);
        return String.join("&", pairs);
    }

    private static int byNameThenValue(String one, String two) {
        int names = one.substring(0, one.indexOf('=')).compareTo(two.substring(0, two.indexOf('=')));
        return names != 0 ? names : one.compareTo(two);
    }

    /** Decodes the escapes of a query part and encodes it the one canonical way; a plus sign stays a plus sign. */
    private static String reescape(String raw) {
        StringBuilder bytes = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' && i + 2 < raw.length() && hex(raw.charAt(i + 1)) >= 0 && hex(raw.charAt(i + 2)) >= 0) {
                bytes.append((char) (hex(raw.charAt(i + 1)) * 16 + hex(raw.charAt(i + 2))));
                i += 2;
            } else {
                bytes.append(c);
            }
        }
        return escape(bytes.toString(), false);
    }

    private static String escape(String text, boolean keepSlash) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unreserved = c < 128 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0);
            if (unreserved || keepSlash && c == '/') {
                escaped.append(c);
            } else {
                for (byte b : oneByteEach(c)) {
                    escaped.append('%')
                            .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xf, 16)))
                            .append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
                }
            }
        }
        return escaped.toString();
    }

    /** Jetty hands out octets as ISO-8859-1 characters; anything wider can only be a decoded character. */
    private static byte[] oneByteEach(char c) {
        return String.valueOf(c).getBytes(c < 256 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static String values(Headers headers, String name) {
        List<String> values = new ArrayList<>(1);
        for (String value : headers.all(name)) {
            values.add(collapse(value));
        }
        return String.join(",", values);
    }

    /** Trims, and folds runs of blanks into one. */
    private static String collapse(String value) {
        StringBuilder folded = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean blank = c == ' ' || c == '\t';
            if (!blank) {
                folded.append(c);
            } else if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        int length = folded.length();
        return length > 0 && folded.charAt(length - 1) == ' ' ? folded.substring(0, length - 1) : folded.toString();
    }
}
