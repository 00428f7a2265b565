package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.server.configuration.InvalidConfigurationException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeAgentRuntimeRequest;

/** TLS by AWS's own host names: with the names led to the simulator and its authority trusted, clients need nothing else. */
class PrivateDnsTest {
    private static final String DATA_PLANE = "bedrock-agentcore.us-east-1.amazonaws.com";
    private static final String DATA_PLANE_ID = "vpce-0a1b2c3d4e5f60718";
    private static final String GATEWAY_ID = "vpce-0b1c2d3e4f5061728";
    private static final String MCP_LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private static RunningSimulator simulator;
    private static TrustedTls tls;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("tls: {names: [agentcore.test]}");
        tls = new TrustedTls(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void anUnchangedJavaClientReachesTheDataPlaneByItsRegionalName() throws Exception {
        try (BedrockAgentCoreClient client = tls.sdk(Callers.ALICE)) {
            invoke(client);
        }
        assertThat(simulator.newestRecord().path("endpointId").asText()).isEqualTo(DATA_PLANE_ID);
        assertThat(simulator.newestRecord().path("caller").path("arn").asText()).endsWith(":user/alice");
    }

    @Test
    void anEndpointsOwnNameLeadsToThatEndpoint() throws Exception {
        URI specific =
                URI.create("https://" + DATA_PLANE_ID + "-0abc1def.bedrock-agentcore.us-east-1.vpce.amazonaws.com");
        try (BedrockAgentCoreClient client = tls.sdk(Callers.ALICE, specific)) {
            invoke(client);
        }
        assertThat(simulator.newestRecord().path("endpointId").asText()).isEqualTo(DATA_PLANE_ID);
    }

    @Test
    void aClientThatTrustsOnlyPublicAuthoritiesDoesNotConnect() {
        HttpClient http = HttpClient.newHttpClient();
        assertThatThrownBy(() -> http.send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + TrustedTls.port(simulator) + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @TestFactory
    Stream<DynamicTest> nodeClientsUseTheNamesWithTheAuthorityAsTheOnlyOneTheyTrust(@TempDir Path folder)
            throws Exception {
        Path authority = folder.resolve("ca.pem");
        Files.writeString(
                authority, simulator.console("GET", "/certs/ca.pem", "").body());
        List<NodeScript.Check> checks = NodeScript.run(
                "private-dns.mjs",
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        Callers.ALICE.credentials().accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY",
                        Callers.ALICE.credentials().secretAccessKey(),
                        "NODE_EXTRA_CA_CERTS",
                        authority.toString(),
                        "BEARER_TOKEN",
                        simulator.token("")),
                Integer.toString(TrustedTls.port(simulator)));
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.name(),
                        () -> assertThat(check.ok()).as(check.detail()).isTrue()));
    }

    @Test
    void theFirstLabelOfAGatewayNameIsTheGateway() throws Exception {
        Wire.Reply reply = mcp("tools-abcdefghij.gateway." + DATA_PLANE, "tools-abcdefghij.gateway." + DATA_PLANE);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode record = recordOf(reply);
        assertThat(record.path("endpointId").asText()).isEqualTo(GATEWAY_ID);
        assertThat(record.path("questions").get(0).path("resource").asText()).endsWith(":gateway/tools-abcdefghij");
    }

    @Test
    void theGatewayEndpointsOwnNameMeansTheDefaultGateway() throws Exception {
        String name = GATEWAY_ID + "-0abc1def.gateway.bedrock-agentcore.us-east-1.vpce.amazonaws.com";
        JsonNode record = recordOf(mcp(name, name));
        assertThat(record.path("endpointId").asText()).isEqualTo(GATEWAY_ID);
        assertThat(record.path("questions").get(0).path("resource").asText())
                .endsWith(":gateway/my-gateway-0123456789");
    }

    @Test
    void aNameThatNoEndpointHasIsRefusedInTheHandshake() {
        for (String name : List.of(
                "bedrock-agentcore.eu-west-1.amazonaws.com",
                "bedrock-agentcore-control.us-east-1.amazonaws.com",
                "a.b.gateway." + DATA_PLANE,
                "vpce-00000000000000000-0abc1def.bedrock-agentcore.us-east-1.vpce.amazonaws.com",
                "example.com")) {
            assertThatThrownBy(() -> tls.wire(name))
                    .as(name)
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("unrecognized_name");
        }
    }

    @Test
    void aHostThatIsNotTheOneOfTheHandshakeIsMisdirected() throws Exception {
        for (String host : List.of("example.com", "x.gateway." + DATA_PLANE, "localhost")) {
            Wire.Reply reply = mcp(DATA_PLANE, host);
            assertThat(reply.status()).as(host).isEqualTo(421);
            assertThat(reply.header("x-amzn-ErrorType")).contains("MalformedHttpRequestException");
            JsonNode record = recordOf(reply);
            assertThat(record.path("httpStatus").asInt()).isEqualTo(421);
            assertThat(record.path("forwardedTo").isNull()).isTrue();
        }
    }

    @Test
    void localhostAndConfiguredNamesLeadToTheDataPlane() throws Exception {
        HttpClient http = HttpClient.newBuilder().sslContext(tls.context()).build();
        for (String host : List.of("localhost", "127.0.0.1")) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("https://" + host + ":" + TrustedTls.port(simulator)
                                    + "/runtimes/customAgent1/invocations?accountId=111122223333"))
                            .header("Authorization", "Bearer " + simulator.token(""))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(recordOf(mcp("agentcore.test", "Agentcore.Test:443"))
                        .path("endpointId")
                        .asText())
                .isEqualTo(DATA_PLANE_ID);
    }

    @Test
    void theConsoleIsNotBehindTheTlsPort() throws Exception {
        try (Wire wire = tls.wire("localhost")) {
            wire.send("GET /api/endpoints HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Wire.Reply reply = wire.reply();
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("x-amzn-ErrorType")).contains("UnknownOperationException");
        }
    }

    @Test
    void aFrozenClockChangesNoCertificate() throws Exception {
        try (RunningSimulator past = RunningSimulator.start("clock: 2001-02-03T04:05:06Z")) {
            try (Wire wire = new TrustedTls(past).wire(DATA_PLANE)) {
                wire.send("GET / HTTP/1.1\r\nHost: " + DATA_PLANE + "\r\n\r\n");
                assertThat(wire.reply().status()).isEqualTo(404);
            }
        }
    }

    @Test
    void anAuthorityInAFolderOutlivesARestart(@TempDir Path folder) throws Exception {
        String configuration = "tls: {directory: \"" + folder.resolve("tls") + "\"}";
        String first;
        try (RunningSimulator simulator = RunningSimulator.start(configuration)) {
            first = simulator.console("GET", "/certs/ca.pem", "").body();
        }
        try (RunningSimulator simulator = RunningSimulator.start(configuration)) {
            assertThat(simulator.console("GET", "/certs/ca.pem", "").body()).isEqualTo(first);
            try (Wire wire = new TrustedTls(simulator).wire(DATA_PLANE)) {
                wire.send("GET / HTTP/1.1\r\nHost: " + DATA_PLANE + "\r\n\r\n");
                assertThat(wire.reply().status()).isEqualTo(404);
            }
        }
        assertThat(folder.resolve("tls/ca.pem")).hasContent(first);
        Files.writeString(folder.resolve("tls/ca-key.pem"), "no key");
        assertThatThrownBy(() -> RunningSimulator.start(configuration).close())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("ca-key.pem");
        Files.delete(folder.resolve("tls/ca-key.pem"));
        assertThatThrownBy(() -> RunningSimulator.start(configuration).close())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("without");
    }

    @Test
    void theConsoleTellsEachEndpointsTlsUrl() throws Exception {
        JsonNode endpoints = simulator.consoleJson("/api/endpoints");
        int port = TrustedTls.port(simulator);
        assertThat(endpoints.get(0).path("tlsUrl").asText()).isEqualTo("https://localhost:" + port);
        assertThat(endpoints.get(1).path("tlsUrl").asText())
                .isEqualTo("https://my-gateway-0123456789.gateway." + DATA_PLANE + ":" + port);
    }

    private static void invoke(BedrockAgentCoreClient client) {
        var answer = client.invokeAgentRuntimeAsBytes(InvokeAgentRuntimeRequest.builder()
                .agentRuntimeArn("arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1")
                .payload(SdkBytes.fromUtf8String("{\"prompt\":\"by name\"}"))
                .build());
        assertThat(answer.asUtf8String()).contains("by name");
    }

    private static Wire.Reply mcp(String name, String host) throws Exception {
        try (Wire wire = tls.wire(name)) {
            wire.send("POST /mcp HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + simulator.token("")
                    + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
                    + "Content-Length: " + MCP_LIST.length() + "\r\n\r\n" + MCP_LIST);
            return wire.reply();
        }
    }

    private static JsonNode recordOf(Wire.Reply reply) throws Exception {
        return simulator.consoleJson(
                "/api/decisions/" + reply.header("x-plsim-decision-id").orElseThrow());
    }
}
