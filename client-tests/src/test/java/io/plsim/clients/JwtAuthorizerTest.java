package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runtimes that take the tokens of one issuer only. */
class JwtAuthorizerTest {
    private static final String OURS = "http://localhost:4651/oauth/.well-known/openid-configuration";
    // Nothing listens there: the keys of that issuer cannot be had.
    private static final String UNREACHABLE = "http://localhost:1/.well-known/openid-configuration";
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("""
                resources:
                  runtimes:
                    - {id: ours, authorizer: {customJWTAuthorizer: {discoveryUrl: "%s", allowedClients: [web]}}}
                    - {id: theirs, authorizer: {customJWTAuthorizer: {discoveryUrl: "%s"}}}
                """.formatted(OURS, UNREACHABLE));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void aTokenOfTheNamedIssuerAndAnAllowedClientPasses() throws Exception {
        assertThat(bearer("ours", simulator.token("&client_id=web")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenOfAnotherClientIsRefusedAndTheClaimIsNamed() throws Exception {
        HttpResponse<String> answer = bearer("ours", simulator.token("&client_id=other"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Claim 'client_id' value mismatch with configuration.");
    }

    @Test
    void aTokenOfTheBuiltInIssuerIsNoGoodWhereAnotherIssuerIsNamed() throws Exception {
        assertThat(bearer("theirs", simulator.token("")).statusCode()).isEqualTo(401);
    }

    @Test
    void aSignatureIsTheWrongMethod() throws Exception {
        HttpResponse<String> answer = SignedHttp.post(simulator.dataPlane(), path("ours"), "{}", Callers.ALICE);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Authorization method mismatch.");
    }

    @Test
    void noCredentialsAreChallengedWithTheMetadataDocument() throws Exception {
        HttpResponse<String> answer = simulator.plain(simulator.dataPlane(), "POST", path("ours"), "", "{}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith(
                        "Bearer resource_metadata=\"https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/ours/");
    }

    private static HttpResponse<String> bearer(String runtime, String token) throws Exception {
        return simulator.plain(simulator.dataPlane(), "POST", path(runtime), "Bearer " + token, "{}");
    }

    private static String path(String runtime) {
        return "/runtimes/" + runtime + "/invocations?accountId=111122223333";
    }
}
