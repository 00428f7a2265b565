package io.plsim.server.forwarding.upstream;

import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A request to an upstream.
 *
 * @param server scheme, host and port to connect to
 * @param target path and query as they stand in the request line
 * @param headers every header but those of framing and connection; with a Host it goes out as it is
 */
public record UpstreamRequest(URI server, String method, String target, List<Header> headers) {
    /** What belongs to one connection (RFC 9110, section 7.6.1) or to the framing of its body. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "http2-settings");

    /** Path and query of a request as they were sent. */
    public static String target(InboundRequest request) {
        return request.rawQuery() == null ? request.rawPath() : request.rawPath() + "?" + request.rawQuery();
    }

    /** The header lines that travel from end to end. */
    public static List<Header> endToEnd(Headers headers) {
        Predicate<String> named = HOP_BY_HOP::contains;
        for (String connection : headers.all("Connection")) {
            for (String name : connection.split(",")) {
                String one = name.strip().toLowerCase(Locale.ROOT);
                named = named.or(one::equals);
            }
        }
        List<Header> kept = new ArrayList<>();
        for (Header header : headers) {
            if (!named.test(header.name().toLowerCase(Locale.ROOT))) {
                kept.add(header);
            }
        }
        return kept;
    }
}
