package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.sigv4.mismatch.Variation.Room;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Header values that were signed otherwise than they arrived. */
final class HeaderVariations {
    private static final Pattern CHARSET = Pattern.compile("(?i)(charset=)([^;]+)");
    /** What clients and proxies put into headers of their own accord. */
    private static final Map<String, List<String>> USUAL = Map.of(
            "accept", List.of("", "*/*", "application/json"),
            "accept-encoding", List.of("", "identity", "gzip", "gzip, deflate", "gzip, deflate, br", "gzip,deflate"),
            "connection", List.of("", "close", "keep-alive", "Keep-Alive", "Upgrade"),
            "content-type",
                    List.of(
                            "",
                            "application/json",
                            "application/x-www-form-urlencoded",
                            "application/octet-stream",
                            "application/x-amz-json-1.1",
                            "text/plain; charset=UTF-8"),
            "expect", List.of("", "100-continue"),
            "transfer-encoding", List.of("", "chunked"),
            "upgrade", List.of("", "websocket"),
            "content-length", List.of("", "0"));

    private HeaderVariations() {}

    static List<Variation> of(Attempt base, InboundRequest request, long bodyLength) {
        List<Variation> all = new ArrayList<>();
        everyHeader(
                all,
                "HEADER_BLANKS",
                "runs of blanks in header values are kept",
                "Trim header values and fold runs of blanks into one before signing.",
                header -> new Header(header.name(), joined(request, header.name(), ",", false)));
        everyHeader(
                all,
                "HEADER_REPEATED",
                "repeated headers are joined with a comma and a blank",
                "Join the values of a repeated header with a comma alone.",
                header -> new Header(header.name(), joined(request, header.name(), ", ", true)));
        everyHeader(
                all,
                "HEADER_CHARSET",
                "header values that are not ASCII are signed as UTF-8",
                "The client sends them as ISO-8859-1 and signs them as UTF-8; keep such headers to ASCII.",
                header -> new Header(header.name(), utf8(header.value())));
        contentType(all, base.header("content-type"));
        if (base.signs("content-length") && bodyLength >= 0) {
            header(all, "content-length", String.valueOf(bodyLength));
        }
        for (Header signed : base.canonical().headers()) {
            if (!signed.name().equals("host")) {
                USUAL.getOrDefault(signed.name(), List.of("")).forEach(value -> header(all, signed.name(), value));
                notSigned(all, signed.name());
            }
        }
        return all;
    }

    private static void notSigned(List<Variation> all, String name) {
        boolean token = name.equals("x-amz-security-token");
        all.add(new Variation(
                token ? "SESSION_TOKEN_NOT_SIGNED" : "HEADER_NOT_SIGNED",
                Room.HEADERS,
                token ? "the session token is left out" : "the header " + name + " is left out",
                "The header is listed in SignedHeaders, but was not in what the client signed.",
                attempt -> attempt.without(name)));
    }

    private static void contentType(List<Variation> all, String value) {
        if (!value.isEmpty()) {
            List<String> others = List.of(
                    value.toLowerCase(Locale.ROOT),
                    withCharset(value, charset -> charset.toUpperCase(Locale.ROOT)),
                    withCharset(value, charset -> charset.toLowerCase(Locale.ROOT)),
                    CHARSET.matcher(value).replaceAll("").replaceAll(";\\s*$", ""),
                    value + "; charset=UTF-8",
                    value + "; charset=utf-8",
                    value + ";charset=UTF-8",
                    value + ";charset=utf-8",
                    value.replaceAll(";\\s+", ";"),
                    value.replaceAll(";\\s*", "; "));
            for (String other : others) {
                header(all, "content-type", other);
            }
        }
    }

    private static String withCharset(String value, UnaryOperator<String> change) {
        return CHARSET.matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + change.apply(match.group(2))));
    }

    private static void header(List<Variation> all, String name, String value) {
        all.add(new Variation(
                "HEADER_CHANGED",
                Room.HEADERS,
                "the header " + name + " is " + (value.isEmpty() ? "empty" : "\"" + value + "\""),
                "Something between signing and here changed, added or removed it.",
                attempt -> attempt.signs(name) ? attempt.withHeader(name, value) : attempt));
    }

    private static void everyHeader(
            List<Variation> all, String code, String condition, String advice, UnaryOperator<Header> change) {
        all.add(new Variation(code, Room.HEADERS, condition, advice, attempt -> attempt.withHeaders(change)));
    }

    private static String joined(InboundRequest request, String name, String separator, boolean fold) {
        List<String> values = request.headers().all(name);
        return String.join(
                separator,
                fold
                        ? values.stream()
                                .map(value -> value.trim().replaceAll("[ \t]+", " "))
                                .toList()
                        : values);
    }

    /** The octets that a UTF-8 encoder would have made of the characters, as characters again. */
    private static String utf8(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
