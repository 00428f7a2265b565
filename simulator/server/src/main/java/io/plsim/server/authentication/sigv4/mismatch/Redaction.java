package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.sigv4.CanonicalRequest;
import io.plsim.server.inbound.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A canonical request that may be shown: what looks like a token, cookie or password by its name has no value. */
final class Redaction {
    private static final String MASK = "<redacted>";
    private static final List<String> SENSITIVE =
            List.of("token", "secret", "password", "cookie", "auth", "api-key", "apikey");

    private Redaction() {}

    static CanonicalRequest of(CanonicalRequest request) {
        List<Header> headers = request.headers().stream()
                .map(header -> isSensitive(header.name()) ? new Header(header.name(), MASK) : header)
                .toList();
        String query = Arrays.stream(request.query().split("&"))
                .map(Redaction::parameter)
                .collect(Collectors.joining("&"));
        return request.withHeaders(headers).withQuery(query);
    }

    private static String parameter(String pair) {
        int equals = pair.indexOf('=');
        boolean masked = equals > 0 && isSensitive(pair.substring(0, equals));
        return masked ? pair.substring(0, equals + 1) + MASK : pair;
    }

    private static boolean isSensitive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SENSITIVE.stream().anyMatch(lower::contains);
    }
}
