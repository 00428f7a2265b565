package io.plsim.server.authentication.bearer;

import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.AuthenticationResult.BearerToken;
import io.plsim.server.authentication.AuthenticationResult.NoCredentials;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The bearer token of a browser's WebSocket handshake, which cannot set headers: {@code Sec-WebSocket-Protocol:
 * base64UrlBearerAuthorization.TOKEN, base64UrlBearerAuthorization} with the token once more in base64url (AgentCore
 * developer guide, "Get started with bidirectional streaming using WebSocket").
 */
public final class WebSocketToken {
    /** The subprotocol that the server chooses; the one with the token is never echoed. */
    public static final String SENTINEL = "base64UrlBearerAuthorization";

    /** The longest encoded token; the AgentCore SDKs refuse longer ones before they connect. */
    private static final int MAX_LENGTH = 4096;

    private static final String PREFIX = SENTINEL + ".";

    private WebSocketToken() {}

    /** The token of a handshake; no credentials when the request is none or offers none. */
    public static AuthenticationResult of(InboundRequest request) {
        if (!isHandshake(request)) {
            return new NoCredentials();
        }
        List<String> tokens = new ArrayList<>(1);
        boolean sentinel = false;
        for (String offered : offered(request)) {
            sentinel |= offered.equals(SENTINEL);
            if (offered.startsWith(PREFIX)) {
                tokens.add(offered.substring(PREFIX.length()));
            }
        }
        if (tokens.isEmpty()) {
            return new NoCredentials();
        }
        String encoded = tokens.get(0);
        boolean readable = sentinel
                && tokens.size() == 1
                && encoded.length() <= MAX_LENGTH
                && StrictBase64Url.isCanonical(encoded, 0, encoded.length());
        return readable
                ? new BearerToken(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.ISO_8859_1))
                : new Refused(Caller.Kind.OAUTH, TokenRefusal.TOKEN_MALFORMED.refusal(), null);
    }

    /** The subprotocol to choose in the answer to a handshake: the sentinel when the client offers it. */
    public static Optional<String> chosen(InboundRequest request) {
        return offered(request).contains(SENTINEL) ? Optional.of(SENTINEL) : Optional.empty();
    }

    /** The refusal of a handshake whose token comes on top of a header or a signature: which one counts is a guess. */
    public static AuthenticationResult besideOtherCredentials() {
        return new Refused(
                Caller.Kind.OAUTH,
                Refusal.of(
                                AwsError.ACCESS_DENIED,
                                "A request carries its credentials once: in a header, in the query or in the subprotocol.")
                        .because("TWO_CREDENTIALS"),
                null);
    }

    private static boolean isHandshake(InboundRequest request) {
        return request.headers()
                .first("Upgrade")
                .filter("websocket"::equalsIgnoreCase)
                .isPresent();
    }

    private static List<String> offered(InboundRequest request) {
        List<String> names = new ArrayList<>();
        for (String line : request.headers().all("Sec-WebSocket-Protocol")) {
            for (String name : line.split(",", -1)) {
                names.add(name.strip());
            }
        }
        return names;
    }
}
