package io.plsim.server.authentication.sigv4;

import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * The canonical request of Signature Version 4, built from the raw target and the raw header values (IAM User Guide,
 * "Create a signed AWS API request"). Services other than S3 encode every path segment once more, as it came.
 *
 * @param path canonical
 * @param query canonical
 * @param headers the signed headers in order, with their canonical values
 * @param bodyHash lower-case hex
 */
public record CanonicalRequest(String method, String path, String query, List<Header> headers, String bodyHash) {

    static CanonicalRequest of(
            InboundRequest request, SignedHeaders signed, SignatureClaim.Place place, String bodyHash) {
        List<Header> headers = new ArrayList<>(signed.names().size());
        for (String name : signed.names()) {
            headers.add(new Header(name, value(request.headers(), name)));
        }
        return new CanonicalRequest(
                request.method(),
                path(request.rawPath()),
                CanonicalQuery.of(request.rawQuery(), place == SignatureClaim.Place.QUERY),
                headers,
                bodyHash);
    }

    public String text() {
        StringBuilder text = new StringBuilder(1024);
        text.append(method).append('\n').append(path).append('\n').append(query).append('\n');
        for (Header header : headers) {
            text.append(header.name()).append(':').append(header.value()).append('\n');
        }
        text.append('\n');
        for (int i = 0; i < headers.size(); i++) {
            text.append(i == 0 ? "" : ";").append(headers.get(i).name());
        }
        return text.append('\n').append(bodyHash).toString();
    }

    /** Every octet of the raw path that is not unreserved is escaped, the percent signs of its own escapes too. */
    static String path(String rawPath) {
        return rawPath.isEmpty() ? "/" : Escapes.escape(rawPath, true);
    }

    private static String value(Headers headers, String name) {
        String found = null;
        for (Header line : headers) {
            if (line.name().equalsIgnoreCase(name)) {
                String value = collapsed(line.value());
                found = found == null ? value : found + "," + value;
            }
        }
        return found == null ? "" : found;
    }

    /** Trims, and folds runs of blanks into one. */
    private static String collapsed(String value) {
        if (isCollapsed(value)) {
            return value;
        }
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

    private static boolean isCollapsed(String value) {
        boolean blankBefore = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\t' || c == ' ' && blankBefore) {
                return false;
            }
            blankBefore = c == ' ';
        }
        return value.isEmpty() || !blankBefore;
    }

    public CanonicalRequest withMethod(String other) {
        return new CanonicalRequest(other, path, query, headers, bodyHash);
    }

    public CanonicalRequest withPath(String other) {
        return new CanonicalRequest(method, other, query, headers, bodyHash);
    }

    public CanonicalRequest withQuery(String other) {
        return new CanonicalRequest(method, path, other, headers, bodyHash);
    }

    public CanonicalRequest withHeaders(List<Header> other) {
        return new CanonicalRequest(method, path, query, List.copyOf(other), bodyHash);
    }

    public CanonicalRequest withBodyHash(String other) {
        return new CanonicalRequest(method, path, query, headers, other);
    }
}
