package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.customizer.McpSyncHttpClientRequestCustomizer;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** The official MCP client for Java against a gateway: who passes depends on the statement's Principal. */
class McpClientTest {
    private static final String TOOLS = """
            resources:
              gateways:
                - id: my-gateway-0123456789
                  tools:
                    - name: weather
                      description: The weather of a place
                      inputSchema: {type: object, properties: {place: {type: string}}, required: [place]}
                      result: sunny
            """;

    private static RunningSimulator simulator;
    private static String everyone;
    private static String accountOnly;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start(TOOLS);
        everyone = Files.readString(RunningSimulator.POLICIES.resolve("gateway/policy.json"));
        accountOnly = everyone.replace("\"Principal\": \"*\"", "\"Principal\": {\"AWS\": \"111122223333\"}");
        assertThat(accountOnly).isNotEqualTo(everyone);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void aBearerCallerUsesTheToolsWhereThePolicySaysEveryone() throws Exception {
        attach(everyone);
        assertUsesTheTools(bearer());
    }

    @Test
    void aBearerCallerIsDeniedWhereThePolicyNamesTheAccount() throws Exception {
        attach(accountOnly);
        try (McpSyncClient client = client(bearer())) {
            assertThatThrownBy(client::initialize).isInstanceOf(RuntimeException.class);
        }
        assertThat(simulator.newestRecord().path("outcome").asText()).isEqualTo("implicitDeny");
        assertThat(simulator.newestRecord().path("httpStatus").asInt()).isEqualTo(403);
    }

    @Test
    void aSignedCallerOfTheAccountUsesTheToolsUnderBothPolicies() throws Exception {
        attach(everyone);
        assertUsesTheTools(signed(Callers.ALICE));
        attach(accountOnly);
        assertUsesTheTools(signed(Callers.ALICE));
    }

    private static void assertUsesTheTools(McpSyncHttpClientRequestCustomizer credentials) {
        try (McpSyncClient client = client(credentials)) {
            assertThat(client.initialize().serverInfo().name()).isEqualTo("plsim-gateway");
            McpSchema.ListToolsResult listed = client.listTools();
            assertThat(listed.tools()).extracting(McpSchema.Tool::name).containsExactly("weather");
            McpSchema.CallToolResult answer = client.callTool(McpSchema.CallToolRequest.builder("weather")
                    .arguments(Map.of("place", "here"))
                    .build());
            assertThat(((McpSchema.TextContent) answer.content().get(0)).text()).isEqualTo("sunny");
        }
    }

    private static void attach(String policy) throws Exception {
        String gateway =
                simulator.consoleJson("/api/endpoints").get(1).path("id").asText();
        assertThat(simulator.attach(gateway, policy).statusCode()).isEqualTo(200);
    }

    private static McpSyncClient client(McpSyncHttpClientRequestCustomizer credentials) {
        return McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                simulator.gateway().toString())
                        .endpoint("/mcp")
                        .httpRequestCustomizer(credentials)
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .build();
    }

    private static McpSyncHttpClientRequestCustomizer bearer() throws Exception {
        String token = simulator.token("");
        return (request, method, uri, body, context) -> request.setHeader("Authorization", "Bearer " + token);
    }

    /** Signs what the client sends with the SDK's signer. */
    private static McpSyncHttpClientRequestCustomizer signed(Callers caller) {
        return (request, method, uri, body, context) -> {
            SignedRequest signed = SignedHttp.signed(
                    origin(uri),
                    method,
                    uri.getRawPath(),
                    Objects.requireNonNullElse(body, ""),
                    caller.credentials(),
                    Clock.systemUTC());
            signed.request().headers().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                    request.setHeader(name, values.get(0));
                }
            });
        };
    }

    private static URI origin(URI uri) {
        return URI.create(uri.getScheme() + "://" + uri.getAuthority());
    }
}
