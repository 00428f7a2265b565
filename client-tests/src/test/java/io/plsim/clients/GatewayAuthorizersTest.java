package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The four authorizer types of gateways, their JSON-RPC refusals and challenges. The gateway is the Host's first label. */
class GatewayAuthorizersTest {
    private static final String DOMAIN = ".gateway.bedrock-agentcore.us-east-1.amazonaws.com";
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("""
                resources:
                  gateways:
                    - {id: iam-gw, authorizerType: AWS_IAM}
                    - {id: open-gw, authorizerType: NONE}
                    - {id: authenticating-gw, authorizerType: AUTHENTICATE_ONLY}
                    - {id: any-issuer-gw, authorizerType: CUSTOM_JWT}
                    - id: jwt-gw
                      authorizerType: CUSTOM_JWT
                      authorizer:
                        customJWTAuthorizer:
                          discoveryUrl: http://localhost:4651/oauth/.well-known/openid-configuration
                          allowedClients: [web]
                          allowedScopes: [tools/read, tools/call]
                """);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void fullAccess() throws Exception {
        simulator.console("POST", "/api/reset?policies=true", "");
    }

    @Test
    void aJwtGatewayChallengesWhoComesWithoutToken() throws Exception {
        Wire.Reply reply = post("jwt-gw", "");
        refused(reply, 401, -32001, "Missing Bearer token");
        assertThat(reply.header("WWW-Authenticate"))
                .hasValue("Bearer resource_metadata=\"https://jwt-gw" + DOMAIN
                        + "/.well-known/oauth-protected-resource\", scope=\"tools/read tools/call\"");
    }

    @Test
    void aJwtGatewaySaysNoMoreThanInvalidAndTheRecordSaysWhy() throws Exception {
        for (List<String> invalid : List.of(
                List.of("not.a.token", "TOKEN_MALFORMED"),
                List.of(simulator.token("&client_id=web&fault=expired"), "TOKEN_EXPIRED"),
                List.of(simulator.token("&client_id=web&fault=wrong-key"), "TOKEN_SIGNATURE_INVALID"),
                List.of(simulator.token("&client_id=other&scope=tools/read"), "TOKEN_CLAIM_MISMATCH"))) {
            Wire.Reply reply = post("jwt-gw", bearer(invalid.get(0)));
            JsonNode record = refused(reply, 401, -32001, "Invalid Bearer token");
            assertThat(record.path("reason").asText()).isEqualTo(invalid.get(1));
            assertThat(reply.header("WWW-Authenticate")).isPresent();
        }
    }

    @Test
    void aGoodTokenWithoutScopeIsToldWhichScopesWouldDo() throws Exception {
        Wire.Reply reply = post("jwt-gw", bearer(simulator.token("&client_id=web&scope=openid%20email")));
        refused(reply, 403, -32002, "Insufficient scope");
        assertThat(reply.header("WWW-Authenticate"))
                .hasValue("Bearer error=\"insufficient_scope\", scope=\"tools/read tools/call\","
                        + " resource_metadata=\"https://jwt-gw" + DOMAIN + "/.well-known/oauth-protected-resource\"");
    }

    @Test
    void oneOfTheScopesIsEnoughInEitherForm() throws Exception {
        passes(post("jwt-gw", bearer(simulator.token("&client_id=web&scope=openid%20tools/call"))), "oauth");
        passes(post("jwt-gw", bearer(simulator.token("&client_id=web&scp=openid&scp=tools/read"))), "oauth");
    }

    @Test
    void aJwtGatewayWithoutIssuerTakesTheTokensOfTheTrustedOnes() throws Exception {
        passes(post("any-issuer-gw", bearer(simulator.token(""))), "oauth");
        refused(post("any-issuer-gw", ""), 401, -32001, "Missing Bearer token");
    }

    @Test
    void aSignatureToAJwtGatewayIsTheWrongMethod() throws Exception {
        mismatch(post("jwt-gw", signed("jwt-gw")));
    }

    @Test
    void aTokenToAnIamGatewayIsTheWrongMethodAndASignatureIsTheRightOne() throws Exception {
        mismatch(post("iam-gw", bearer(simulator.token(""))));
        passes(post("iam-gw", signed("iam-gw")), "sigv4");
        assertThat(post("iam-gw", "").header("x-amzn-ErrorType")).hasValue("MissingAuthenticationTokenException");
    }

    @Test
    void aGatewayThatOnlyAuthenticatesWantsASignature() throws Exception {
        mismatch(post("authenticating-gw", bearer(simulator.token(""))));
        passes(post("authenticating-gw", signed("authenticating-gw")), "sigv4");
        assertThat(post("authenticating-gw", "").header("x-amzn-ErrorType"))
                .hasValue("MissingAuthenticationTokenException");
    }

    @Test
    void anOpenGatewayLooksAtNoTokenButTheEndpointPolicyStillDecides() throws Exception {
        passes(post("open-gw", ""), "anonymous");
        passes(post("open-gw", bearer("not.a.token")), "anonymous");
        simulator.attachExample("gateway");
        assertThat(post("open-gw", "").header("x-plsim-decision")).hasValue("implicitDeny");
    }

    @Test
    void aClientThatCameByAnotherNameIsSentToAwsOrWhereItCameFrom() throws Exception {
        String jwt = "resources: {gateways: [{id: gw, authorizerType: CUSTOM_JWT}]}\n";
        try (RunningSimulator byAws = RunningSimulator.start(jwt);
                RunningSimulator asReached = RunningSimulator.start(jwt + "readings: {metadataUrls: asReached}\n")) {
            String local = "http://localhost:" + asReached.gateway().getPort();
            assertThat(challenge(byAws)).isEqualTo("https://gw" + DOMAIN + "/.well-known/oauth-protected-resource");
            assertThat(challenge(asReached)).isEqualTo(local + "/.well-known/oauth-protected-resource");
            JsonNode document = RunningSimulator.MAPPER.readTree(asReached
                    .plain(URI.create(challenge(asReached)), "GET", "", "", "")
                    .body());
            assertThat(document.path("resource").asText()).isEqualTo(local + "/mcp");
        }
    }

    private static String challenge(RunningSimulator simulator) throws Exception {
        return simulator
                .plain(simulator.gateway(), "POST", "/mcp", "", INITIALIZE)
                .headers()
                .firstValue("WWW-Authenticate")
                .orElseThrow()
                .split("\"")[1];
    }

    @Test
    void theMetadataIsForEverybodyWhomThePolicyLetsInvokeTheGateway() throws Exception {
        Wire.Reply reply = get("jwt-gw", "/.well-known/oauth-protected-resource");
        JsonNode document = RunningSimulator.MAPPER.readTree(reply.body());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(document.path("authorization_servers").get(0).asText()).isEqualTo("http://localhost:4651/oauth");
        assertThat(document.path("resource").asText()).isEqualTo("https://jwt-gw" + DOMAIN + "/mcp");
        simulator.attachExample("gateway");
        Wire.Reply denied = get("jwt-gw", "/.well-known/oauth-protected-resource");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.body()).contains("bedrock-agentcore:InvokeGateway");
    }

    private static JsonNode refused(Wire.Reply reply, int status, int code, String message) throws Exception {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
                        .formatted(code, message));
        JsonNode record = record(reply);
        assertThat(record.path("forwardedTo").isNull()).isTrue();
        assertThat(record.path("stage").asText()).isEqualTo("resolved");
        return record;
    }

    private static void mismatch(Wire.Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("x-amzn-ErrorType")).hasValue("AccessDeniedException");
        assertThat(reply.body()).startsWith("{\"message\":\"Authorization method mismatch.");
    }

    private static void passes(Wire.Reply reply, String kind) throws Exception {
        assertThat(reply.header("x-plsim-decision")).as(reply.body()).hasValue("allowed");
        assertThat(record(reply).path("caller").path("kind").asText()).isEqualTo(kind);
    }

    private static JsonNode record(Wire.Reply reply) throws Exception {
        return simulator.consoleJson(
                "/api/decisions/" + reply.header("x-plsim-decision-id").orElseThrow());
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static String signed(String gateway) {
        StringBuilder lines = new StringBuilder();
        SignedHttp.signed(
                        URI.create("https://" + gateway + DOMAIN),
                        "/mcp",
                        INITIALIZE,
                        Callers.ALICE.credentials(),
                        Clock.systemUTC())
                .request()
                .headers()
                .forEach((name, values) -> {
                    if (!List.of("host", "content-length", "content-type")
                            .contains(name.toLowerCase(java.util.Locale.ROOT))) {
                        values.forEach(value ->
                                lines.append(name).append(": ").append(value).append("\r\n"));
                    }
                });
        return lines.toString();
    }

    private static Wire.Reply post(String gateway, String headers) throws Exception {
        return Wire.exchange(
                simulator.gateway(),
                "POST /mcp HTTP/1.1\r\nHost: " + gateway + DOMAIN + "\r\n" + headers
                        + "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
                        + "Content-Length: " + INITIALIZE.length() + "\r\n\r\n" + INITIALIZE);
    }

    private static Wire.Reply get(String gateway, String path) throws Exception {
        return Wire.exchange(
                simulator.gateway(), "GET " + path + " HTTP/1.1\r\nHost: " + gateway + DOMAIN + "\r\n\r\n");
    }
}
