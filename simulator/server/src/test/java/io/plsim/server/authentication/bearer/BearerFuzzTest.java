package io.plsim.server.authentication.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.AuthenticationResult.BearerToken;
import io.plsim.server.authentication.AuthenticationResult.NoCredentials;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Whatever stands in an Authorization header or a subprotocol list: a verdict, never an exception, never a proof. */
class BearerFuzzTest {
    private static final BuiltInIssuer ISSUER = new BuiltInIssuer("http://localhost:4651/oauth", Clock.systemUTC());
    private static final TokenVerifier VERIFIER =
            new TokenVerifier(ISSUER, List.of(), TokenRules.DEFAULT, Clock.systemUTC());

    @FuzzTest(maxDuration = "30s")
    void noHeaderProvesAnything(byte[] input) {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        Optional<String> token = BearerHeader.token(header);
        if (token.isPresent()) {
            assertThat(header).startsWithIgnoringCase("Bearer").endsWith(token.get());
            TokenProof proof = VERIFIER.verify(token.get(), null);
            assertThat(proof).isInstanceOf(TokenProof.Refused.class);
            String detail = ((TokenProof.Refused) proof).detail();
            if (token.get().length() > 40) {
                assertThat(detail).as("the token is not quoted").doesNotContain(token.get());
            }
        }
    }

    @FuzzTest(maxDuration = "30s")
    void aSubprotocolGivesItsTokenOnlyInItsOneForm(byte[] input) {
        String offered = new String(input, StandardCharsets.ISO_8859_1);
        AuthenticationResult result = WebSocketToken.of(handshake(offered));
        if (result instanceof BearerToken token) {
            String encoded = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(token.token().getBytes(StandardCharsets.ISO_8859_1));
            assertThat(offered.split(",", -1))
                    .extracting(String::strip)
                    .contains(WebSocketToken.SENTINEL, WebSocketToken.SENTINEL + "." + encoded);
            assertThat(WebSocketToken.chosen(handshake(offered))).hasValue(WebSocketToken.SENTINEL);
        } else {
            assertThat(result).isInstanceOfAny(NoCredentials.class, Refused.class);
        }
    }

    private static InboundRequest handshake(String offered) {
        return new InboundRequest(
                EndpointService.DATA_PLANE,
                "GET",
                "/runtimes/x/ws",
                null,
                new Headers(List.of(new Header("Upgrade", "websocket"), new Header("Sec-WebSocket-Protocol", offered))),
                "127.0.0.1",
                new NoBody());
    }

    private static final class NoBody implements RequestBody {
        @Override
        public String sha256Hex() {
            return "";
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }
}
