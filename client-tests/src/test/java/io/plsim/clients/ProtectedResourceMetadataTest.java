package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The document that tells a client where to get a token for a runtime (RFC 9728): asked for without credentials, and
 * judged by the endpoint policy all the same, as the AgentCore page on interface VPC endpoints says.
 */
class ProtectedResourceMetadataTest {
    private static final String ARN = "arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2F";
    private static final String PATH = "/invocations/.well-known/oauth-protected-resource";
    private static final String HOST = "https://bedrock-agentcore.us-east-1.amazonaws.com";
    private static RunningSimulator simulator;
    private static LocalIdp idp;

    @BeforeAll
    static void start() throws Exception {
        idp = new LocalIdp().tenant("idp", new JWKSet());
        simulator = RunningSimulator.start(
                """
                resources:
                  runtimes:
                    - {id: ours, authorizer: {customJWTAuthorizer: {discoveryUrl: "%s", allowedClients: [web]}}}
                    - {id: theirs, authorizer: {customJWTAuthorizer: {discoveryUrl: "https://idp.invalid/t/.well-known/openid-configuration", allowedClients: [web]}}}
                    - {id: chat, protocol: AGUI, authorizer: {customJWTAuthorizer: {discoveryUrl: "%s", allowedClients: [web]}}}
                """.formatted(idp.issuer("idp") + LocalIdp.DISCOVERY, idp.issuer("idp") + LocalIdp.DISCOVERY));
    }

    @AfterAll
    static void stop() {
        simulator.close();
        idp.close();
    }

    @BeforeEach
    void fullAccess() throws Exception {
        simulator.console("POST", "/api/reset?policies=true", "");
    }

    @Test
    void theChallengeNamesTheDocumentAndTheDocumentNamesTheIssuer() throws Exception {
        HttpResponse<String> challenge = simulator.plain(
                simulator.dataPlane(), "POST", "/runtimes/" + ARN + "ours/invocations?qualifier=live", "", "{}");
        String document = "/runtimes/" + ARN + "ours" + PATH + "?qualifier=live";
        assertThat(challenge.statusCode()).isEqualTo(401);
        assertThat(challenge.body())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32001,\"message\":\"Missing Authentication Token\"}}");
        assertThat(challenge.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer resource_metadata=\"" + HOST + document + "\"");
        JsonNode json = RunningSimulator.MAPPER.readTree(get(document).body());
        assertThat(json.path("authorization_servers").get(0).asText()).isEqualTo(idp.issuer("idp"));
        assertThat(json.path("resource").asText())
                .isEqualTo(HOST + "/runtimes/" + ARN + "ours/invocations?qualifier=live");
    }

    @Test
    void aBareIdIsChallengedWithItsAccountSoThatTheUrlWorks() throws Exception {
        HttpResponse<String> challenge = simulator.plain(
                simulator.dataPlane(), "POST", "/runtimes/ours/invocations?accountId=111122223333", "", "{}");
        String url =
                challenge.headers().firstValue("WWW-Authenticate").orElseThrow().split("\"")[1];
        assertThat(get(url.substring(HOST.length())).statusCode()).isEqualTo(200);
    }

    @Test
    void anIssuerThatCannotBeReachedIsNamedByItsUrl() throws Exception {
        JsonNode json = RunningSimulator.MAPPER.readTree(
                get("/runtimes/" + ARN + "theirs" + PATH).body());
        assertThat(json.path("authorization_servers").get(0).asText()).isEqualTo("https://idp.invalid/t");
    }

    @Test
    void onlyPrincipalStarAdmitsWhoHasNoCredentialsYet() throws Exception {
        String document = "/runtimes/" + ARN + "ours" + PATH + "?qualifier=DEFAULT";
        attach("\"*\"", "bedrock-agentcore:GetRuntimeProtectedResourceMetadata");
        assertThat(get(document).statusCode()).isEqualTo(200);
        attach("{\"AWS\":\"arn:aws:iam::111122223333:root\"}", "bedrock-agentcore:GetRuntimeProtectedResourceMetadata");
        HttpResponse<String> denied = get(document);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body())
                .contains("User: anonymous is not authorized to perform:"
                        + " bedrock-agentcore:GetRuntimeProtectedResourceMetadata on resource:"
                        + " arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/ours");
        attach("\"*\"", "bedrock-agentcore:InvokeAgentRuntime");
        assertThat(get(document).statusCode()).isEqualTo(403);
    }

    @Test
    void aLocalClientIsSentWhereItCameFromIfThatIsConfigured() throws Exception {
        try (RunningSimulator asReached = RunningSimulator.start("""
                readings: {metadataUrls: asReached}
                resources: {runtimes: [{id: ours, authorizerType: CUSTOM_JWT}]}
                """)) {
            String local = "http://localhost:" + asReached.dataPlane().getPort();
            HttpResponse<String> challenge =
                    asReached.plain(asReached.dataPlane(), "POST", "/runtimes/" + ARN + "ours/invocations", "", "{}");
            String url = challenge
                    .headers()
                    .firstValue("WWW-Authenticate")
                    .orElseThrow()
                    .split("\"")[1];
            assertThat(url).isEqualTo(local + "/runtimes/" + ARN + "ours" + PATH + "?qualifier=DEFAULT");
            JsonNode document = RunningSimulator.MAPPER.readTree(
                    asReached.plain(java.net.URI.create(url), "GET", "", "", "").body());
            assertThat(document.path("resource").asText())
                    .isEqualTo(local + "/runtimes/" + ARN + "ours/invocations?qualifier=DEFAULT");
        }
    }

    @Test
    void anAgUiRuntimeRefusesWithAnEvent() throws Exception {
        String path = "/runtimes/" + ARN + "chat/invocations";
        HttpResponse<String> missing = simulator.plain(simulator.dataPlane(), "POST", path, "", "{}");
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(missing.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(missing.body())
                .isEqualTo(
                        "data: {\"type\":\"RUN_ERROR\",\"code\":\"UNAUTHORIZED\",\"message\":\"Authentication required\"}\n\n");
        assertThat(missing.headers().firstValue("WWW-Authenticate")).isPresent();
        HttpResponse<String> malformed = simulator.plain(simulator.dataPlane(), "POST", path, "Bearer x", "{}");
        assertThat(malformed.statusCode()).isEqualTo(403);
        assertThat(malformed.body()).startsWith("data: {\"type\":\"RUN_ERROR\",\"code\":\"ACCESS_DENIED\"");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return simulator.plain(simulator.dataPlane(), "GET", path, "", "");
    }

    private static void attach(String principal, String action) throws Exception {
        String endpoint =
                simulator.consoleJson("/api/endpoints").get(0).path("id").asText();
        HttpResponse<String> answer = simulator.attach(
                endpoint,
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"%s\",\"Resource\":\"*\"}]}"
                        .formatted(principal, action));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
