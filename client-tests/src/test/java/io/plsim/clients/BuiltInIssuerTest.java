package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in issuer, well-behaved and not: what it makes on request, and what the endpoint says to it. */
class BuiltInIssuerTest {
    private static final String NAME = "http://plsim:4651/oauth";
    private static final String PATH = "/runtimes/ours/invocations?accountId=111122223333";
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("""
                clock: 2026-11-23T12:00:00Z
                issuer: %1$s
                resources:
                  runtimes:
                    - {id: ours, authorizer: {customJWTAuthorizer: {discoveryUrl: %1$s/.well-known/openid-configuration, allowedAudience: [api]}}}
                """.formatted(NAME));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void reset() throws Exception {
        simulator.console("POST", "/api/reset", "");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong-key, TOKEN_SIGNATURE_INVALID",
        "retired-key, TOKEN_KEY_UNKNOWN",
        "bad-signature, TOKEN_SIGNATURE_INVALID",
        "alg-none, TOKEN_MALFORMED",
        "alg-confusion, TOKEN_ALGORITHM_NOT_ALLOWED",
        "wrong-issuer, TOKEN_ISSUER_NOT_TRUSTED",
        "wrong-audience, TOKEN_CLAIM_MISMATCH",
        "expired, TOKEN_EXPIRED",
        "not-yet-valid, TOKEN_NOT_YET_VALID",
        "no-expiry, TOKEN_WITHOUT_EXPIRY"
    })
    void everyFaultIsRefusedForItsOwnReason(String fault, String reason) throws Exception {
        HttpResponse<String> answer = call(token("&fault=" + fault));
        assertThat(answer.statusCode()).isIn(401, 403);
        assertThat(simulator.recordOf(answer).path("reason").asText()).isEqualTo(reason);
    }

    @Test
    void aTokenWithoutFaultPassesWithoutANetworkCallToAHostThatIsNotThere() throws Exception {
        assertThat(call(token("")).statusCode()).isEqualTo(200);
    }

    @Test
    void everyUrlOfTheDiscoveryDocumentIsBelowTheIssuersName() throws Exception {
        JsonNode document = simulator.consoleJson("/oauth/.well-known/openid-configuration");
        assertThat(document.path("issuer").asText()).isEqualTo(NAME);
        assertThat(document.path("jwks_uri").asText()).isEqualTo(NAME + "/jwks");
        assertThat(document.path("token_endpoint").asText()).isEqualTo(NAME + "/token");
        assertThat(simulator.consoleJson("/oauth/jwks").path("keys").get(0).has("d"))
                .as("a private part")
                .isFalse();
    }

    @Test
    void theFrozenClockIsTheClockOfTokensToo() throws Exception {
        assertThat(call(token("&expires_in=-60")).statusCode()).isEqualTo(200);
        assertThat(call(token("&expires_in=-61")).statusCode()).isEqualTo(401);
        assertThat(call(token("&exp=1795435201")).statusCode())
                .as("exp as a claim")
                .isEqualTo(200);
    }

    @Test
    void rotatedKeysWithdrawTheOldTokensUnlessTheOldKeyIsKept() throws Exception {
        String before = token("");
        simulator.console("POST", "/api/issuer/rotate?keepOld=true", "");
        assertThat(simulator.consoleJson("/oauth/jwks").path("keys")).hasSize(2);
        assertThat(call(before).statusCode()).isEqualTo(200);
        assertThat(call(token("")).statusCode()).isEqualTo(200);
        simulator.console("POST", "/api/issuer/rotate", "");
        assertThat(simulator.consoleJson("/oauth/jwks").path("keys")).hasSize(1);
        assertThat(simulator.recordOf(call(before)).path("reason").asText()).isEqualTo("TOKEN_KEY_UNKNOWN");
        assertThat(call(token("")).statusCode()).isEqualTo(200);
        simulator.console("POST", "/api/reset", "");
        assertThat(call(before).statusCode()).as("after a reset").isEqualTo(200);
    }

    @Test
    void aKeySetThatIsDownRefusesEverybodyAndSaysSoUntilItIsUp() throws Exception {
        String token = token("");
        assertThat(simulator
                        .console("PUT", "/api/issuer/jwks", "{\"state\":\"down\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(simulator.console("GET", "/oauth/jwks", "").statusCode()).isEqualTo(503);
        HttpResponse<String> refused = call(token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(simulator.recordOf(refused).path("reason").asText()).isEqualTo("ISSUER_UNREACHABLE");
        simulator.console("PUT", "/api/issuer/jwks", "{\"state\":\"up\"}");
        assertThat(call(token).statusCode()).isEqualTo(200);
    }

    @Test
    void aSlowKeySetComesLate() throws Exception {
        simulator.console("PUT", "/api/issuer/jwks", "{\"state\":\"slow\",\"delayMillis\":700}");
        long begin = System.nanoTime();
        assertThat(simulator.console("GET", "/oauth/jwks", "").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(700_000_000);
        assertThat(simulator
                        .consoleJson("/api/issuer")
                        .path("jwks")
                        .path("state")
                        .asText())
                .isEqualTo("slow");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() throws Exception {
        assertThat(form("&fault=imaginary").body()).contains("wrong-key").contains("invalid_request");
        assertThat(form("&expires_in=soon").statusCode()).isEqualTo(400);
        assertThat(form("&expires_in=9223372036854775807").statusCode()).isEqualTo(400);
        assertThat(form("&exp=never").statusCode()).isEqualTo(400);
        assertThat(simulator
                        .console("PUT", "/api/issuer/jwks", "{\"state\":\"sideways\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(simulator.console("PUT", "/api/issuer/jwks", "nonsense{").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aNameWithBracketsMakesAListOfOne() throws Exception {
        String payload = token("&roles%5B%5D=admin").split("\\.")[1];
        assertThat(new String(
                        java.util.Base64.getUrlDecoder().decode(payload), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"roles\":[\"admin\"]");
    }

    private static String token(String form) throws Exception {
        return simulator.token("&audience=api" + form);
    }

    private static HttpResponse<String> form(String fields) throws Exception {
        return simulator.tokenForm(fields);
    }

    private static HttpResponse<String> call(String token) throws Exception {
        return simulator.plain(simulator.dataPlane(), "POST", PATH, "Bearer " + token, "{}");
    }
}
