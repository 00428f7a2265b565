package io.plsim.server.forwarding.websocket;

import io.plsim.server.authentication.bearer.WebSocketToken;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.InboundRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client's opening handshake (RFC 6455, section 4.2.1). */
public final class WebSocketHandshake {
    private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";
    private static final int UPGRADE_REQUIRED = 426;
    private static final int KEY_BYTES = 16;

    private WebSocketHandshake() {}

    /** What is wrong with a request that should become a WebSocket; found before anybody is connected. */
    public static Optional<Refusal> fault(InboundRequest request) {
        if (!request.method().equals("GET") || !lists(request, "Upgrade", "websocket")) {
            return Optional.of(Refusal.of(AwsError.VALIDATION, "This path answers WebSocket upgrades only"));
        }
        if (!lists(request, "Connection", "upgrade")) {
            return malformed("Connection");
        }
        if (!request.headers().first("Sec-WebSocket-Version").orElse("").equals("13")) {
            return Optional.of(Refusal.of(AwsError.VALIDATION, "The WebSocket version must be 13")
                    .withStatus(UPGRADE_REQUIRED)
                    .withHeader("Sec-WebSocket-Version", "13"));
        }
        return isKey(request.headers().first("Sec-WebSocket-Key").orElse("")) ? Optional.empty() : malformed("Key");
    }

    /** The subprotocols that the client offers to the application; those that carry its token are not among them. */
    public static List<String> subprotocols(InboundRequest request) {
        List<String> offered = offered(request);
        offered.removeIf(name -> name.startsWith(WebSocketToken.SENTINEL));
        return offered;
    }

    /** Every subprotocol that the client offers. */
    public static List<String> everySubprotocol(InboundRequest request) {
        return offered(request);
    }

    private static List<String> offered(InboundRequest request) {
        List<String> offered = new ArrayList<>();
        for (String line : request.headers().all(SUBPROTOCOLS)) {
            for (String name : line.split(",")) {
                if (!name.isBlank()) {
                    offered.add(name.strip());
                }
            }
        }
        return offered;
    }

    private static boolean lists(InboundRequest request, String header, String token) {
        return request.headers().all(header).stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .anyMatch(one -> one.strip().toLowerCase(Locale.ROOT).equals(token));
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static Optional<Refusal> malformed(String what) {
        return Optional.of(Refusal.of(
                AwsError.MALFORMED_HTTP_REQUEST,
                "The " + what + " of the WebSocket handshake is missing or malformed."));
    }
}
