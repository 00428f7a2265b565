package io.plsim.server.inbound;

import org.jspecify.annotations.Nullable;

/**
 * A request as it reached an endpoint port.
 *
 * @param service the kind of endpoint it reached
 * @param method as sent, never overridden by a header
 * @param rawPath the path of the request target, escapes untouched
 * @param rawQuery the query of the request target without the question mark, escapes untouched; null when there is none
 * @param headers every header line in the order of arrival
 * @param peerAddress the address of the client's socket
 * @param body read at most once
 */
public record InboundRequest(
        EndpointService service,
        String method,
        String rawPath,
        @Nullable String rawQuery,
        Headers headers,
        String peerAddress,
        RequestBody body) {

    /** The Host header with its port, or empty text when it is missing. */
    public String host() {
        return headers.first("Host").orElse("");
    }
}
