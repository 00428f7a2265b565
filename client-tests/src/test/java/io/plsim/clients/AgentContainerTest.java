package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeAgentRuntimeResponse;
import software.amazon.awssdk.services.bedrockagentcore.model.RuntimeClientErrorException;

/** A local agent container behind InvokeAgentRuntime, seen by the AWS SDK and by the container. */
class AgentContainerTest {
    private static final String ARN = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/agent";
    private static final String PATH = "/runtimes/agent/invocations?accountId=111122223333";
    private static final String SESSION = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";
    private static final String GIVEN_SESSION = "a-session-of-at-least-33-characters-0001";

    @Test
    void theSdkGetsTheContainersAnswerAndTheContainerGetsWhatAgentCoreSets() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(200, "{\"said\":\"hello\"}");
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ""));
                BedrockAgentCoreClient client = Callers.ALICE.client(simulator.dataPlane())) {
            ResponseBytes<InvokeAgentRuntimeResponse> answer =
                    client.invokeAgentRuntimeAsBytes(request -> request.agentRuntimeArn(ARN)
                            .runtimeSessionId(GIVEN_SESSION)
                            .traceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                            .baggage("team=blue")
                            .contentType("application/json")
                            .payload(SdkBytes.fromUtf8String("{\"prompt\":\"hi\"}")));

            assertThat(answer.asUtf8String()).isEqualTo("{\"said\":\"hello\"}");
            assertThat(answer.response().statusCode()).isEqualTo(200);
            assertThat(answer.response().runtimeSessionId()).isEqualTo(GIVEN_SESSION);
            TinyAgent.Seen seen = agent.nextSeen();
            assertThat(seen.method() + " " + seen.path()).isEqualTo("POST /invocations");
            assertThat(new String(seen.body(), StandardCharsets.UTF_8)).isEqualTo("{\"prompt\":\"hi\"}");
            assertThat(seen.header(SESSION)).isEqualTo(GIVEN_SESSION);
            assertThat(seen.header("X-Amzn-Bedrock-AgentCore-Runtime-Request-Id"))
                    .isNotBlank();
            assertThat(seen.header("WorkloadAccessToken"))
                    .isNotBlank()
                    .isEqualTo(seen.header("X-Amz-Bedrock-AgentCore-Identity-WAT"))
                    .isEqualTo(seen.header("X-Amzn-Bedrock-AgentCore-Runtime-Workload-AccessToken"));
            assertThat(seen.header("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c");
            assertThat(seen.header("baggage")).isEqualTo("team=blue");
            assertThat(seen.headers()).doesNotContainKeys("Authorization", "X-amz-date", "User-agent");
            JsonNode record = simulator.newestRecord();
            assertThat(record.path("forwardedTo").asText()).isEqualTo(agent.url() + "/invocations");
            assertThat(record.path("stage").asText()).isEqualTo("answered");
        }
    }

    @Test
    void aSessionIsMadeUpWhenTheClientNamesNoneAndIsRefusedWhenItIsTooShort() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(200, "{}");
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ""));
                BedrockAgentCoreClient client = Callers.ALICE.client(simulator.dataPlane())) {
            InvokeAgentRuntimeResponse answer = client.invokeAgentRuntimeAsBytes(
                            request -> request.agentRuntimeArn(ARN).payload(SdkBytes.fromUtf8String("{}")))
                    .response();

            assertThat(answer.runtimeSessionId()).hasSizeBetween(33, 256);
            assertThat(agent.nextSeen().header(SESSION)).isEqualTo(answer.runtimeSessionId());
            assertThatThrownBy(() -> client.invokeAgentRuntimeAsBytes(request -> request.agentRuntimeArn(ARN)
                            .runtimeSessionId("short")
                            .payload(SdkBytes.fromUtf8String("{}"))))
                    .hasMessageContaining("greater than or equal to 33");
            assertThat(agent.unseen()).isTrue();
        }
    }

    @Test
    void onlyAllowListedHeadersReachTheContainerAndAuthorizationOnlyBehindAJwtAuthorizer() throws Exception {
        String more = ", requestHeaderAllowlist: [Authorization, X-Amzn-Bedrock-AgentCore-Runtime-Custom-Color]"
                + ", authorizer: {customJWTAuthorizer: {discoveryUrl: \"ISSUER/.well-known/openid-configuration\","
                + " allowedClients: [web]}}";
        try (TinyAgent agent = TinyAgent.answering(200, "{}");
                RunningSimulator simulator = RunningSimulator.start(
                        agent.asRuntime("agent", more.replace("ISSUER", "http://localhost:4651/oauth")))) {
            String token = simulator.token("&client_id=web");
            HttpResponse<String> answer = simulator.plain(
                    simulator.dataPlane(),
                    "POST",
                    PATH,
                    "Bearer " + token,
                    "{}",
                    "X-Amzn-Bedrock-AgentCore-Runtime-Custom-Color",
                    "blue",
                    "X-Amzn-Bedrock-AgentCore-Runtime-Custom-Size",
                    "big",
                    "X-Mine",
                    "secret");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            TinyAgent.Seen seen = agent.nextSeen();
            assertThat(seen.header("Authorization")).isEqualTo("Bearer " + token);
            assertThat(seen.header("X-Amzn-Bedrock-AgentCore-Runtime-Custom-Color"))
                    .isEqualTo("blue");
            assertThat(seen.header("X-Amzn-Bedrock-AgentCore-Runtime-Custom-Size"))
                    .isNull();
            assertThat(seen.header("X-Mine")).isNull();
        }
    }

    @Test
    void aStreamReachesTheSdkEventByEvent() throws Exception {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        try (TinyAgent agent = TinyAgent.streaming(events);
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ""));
                BedrockAgentCoreClient client = Callers.ALICE.client(simulator.dataPlane())) {
            events.add("first");
            ResponseInputStream<InvokeAgentRuntimeResponse> stream = client.invokeAgentRuntime(request ->
                    request.agentRuntimeArn(ARN).accept("text/event-stream").payload(SdkBytes.fromUtf8String("{}")));
            assertThat(stream.response().contentType()).startsWith("text/event-stream");
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("data: first");
                // The agent has not said anything more: what arrived cannot have waited for the end.
                assertThat(simulator.newestRecord().path("stage").asText()).isEqualTo("forwarded");
                for (String event : List.of("second", "third", "fourth")) {
                    assertThat(lines.readLine()).isEmpty();
                    events.add(event);
                    assertThat(lines.readLine()).isEqualTo("data: " + event);
                }
                events.add("");
                assertThat(lines.readLine()).isEmpty();
                assertThat(lines.readLine()).isNull();
            }
            assertThat(simulator.newestRecord().path("stage").asText()).isEqualTo("answered");
        }
    }

    @Test
    void aContainersErrorIsARuntimeClientErrorAndItsBodyStaysInside() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(500, "{\"trace\":\"secret\"}");
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ""));
                BedrockAgentCoreClient client = Callers.ALICE.client(simulator.dataPlane())) {
            assertThatThrownBy(() -> client.invokeAgentRuntimeAsBytes(
                            request -> request.agentRuntimeArn(ARN).payload(SdkBytes.fromUtf8String("{}"))))
                    .isInstanceOfSatisfying(RuntimeClientErrorException.class, error -> {
                        assertThat(error.statusCode()).isEqualTo(424);
                        assertThat(error.awsErrorDetails().errorMessage())
                                .isEqualTo("Received error (500) from runtime. Please check your CloudWatch logs for"
                                        + " more information.");
                    });
            JsonNode record = simulator.newestRecord();
            assertThat(record.path("reason").asText()).isEqualTo("CONTAINER_ERROR");
            assertThat(record.path("errorType").asText()).isEqualTo("RuntimeClientError");
            assertThat(record.path("summary").asText()).contains("answered 500");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, /invocations, 424, application/json, '{\"message\":\"Received error (503) from runtime. Please check your CloudWatch logs for more information.\"}'",
        "MCP, /mcp, 200, application/json, '{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32010,\"message\":\"Received error (503) from runtime. Please check your CloudWatch logs for more information.\"}}'",
        "A2A, /, 424, application/json, '{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32055,\"message\":\"Received error (503) from runtime. Please check your CloudWatch logs for more information.\"}}'",
        "AGUI, /invocations, 200, text/event-stream, 'data: {\"type\":\"RUN_ERROR\",\"code\":\"AGENT_ERROR\",\"message\":\"Received error (503) from runtime. Please check your CloudWatch logs for more information.\"}'"
    })
    void everyProtocolHasItsPathAndItsShapeOfErrors(String protocol, String path, int status, String type, String body)
            throws Exception {
        try (TinyAgent agent = TinyAgent.answering(503, "down");
                RunningSimulator simulator =
                        RunningSimulator.start(agent.asRuntime("agent", ", protocol: " + protocol))) {
            HttpResponse<String> answer = SignedHttp.post(
                    simulator.dataPlane(), PATH, "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"x\"}", Callers.ALICE);

            assertThat(agent.nextSeen().path()).isEqualTo(path);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("RuntimeClientError");
            assertThat(answer.body().strip()).isEqualTo(body);
        }
    }

    @Test
    void anMcpContainerGetsAnMcpSessionAndTheClientGetsOneBack() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ", protocol: MCP"))) {
            HttpResponse<String> answer = SignedHttp.post(
                    simulator.dataPlane(), PATH, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", Callers.ALICE);

            assertThat(answer.statusCode()).isEqualTo(200);
            String session = answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
            assertThat(agent.nextSeen().header("Mcp-Session-Id")).isEqualTo(session);
        }
    }

    @Test
    void anA2aContainersAgentCardIsServedThroughTheEndpoint() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(200, "{\"name\":\"tiny\"}");
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ", protocol: A2A"))) {
            HttpResponse<String> answer = simulator.plain(
                    simulator.dataPlane(),
                    "GET",
                    "/runtimes/agent/invocations/.well-known/agent-card.json?accountId=111122223333",
                    "Bearer " + simulator.token(""),
                    "");

            assertThat(answer.statusCode() + " " + answer.body()).isEqualTo("200 {\"name\":\"tiny\"}");
            TinyAgent.Seen seen = agent.nextSeen();
            assertThat(seen.method() + " " + seen.path()).isEqualTo("GET /.well-known/agent-card.json");
        }
    }

    @Test
    void whatThePolicyDeniesNeverReachesTheContainer() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(200, "{}");
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ""))) {
            simulator.attachExample("runtime-specific-principals");
            assertThat(SignedHttp.post(simulator.dataPlane(), PATH, "{}", Callers.MALLORY)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(agent.unseen()).isTrue();
        }
    }

    @Test
    void aRuntimeWithoutAContainerStillAnswersFromTheStub() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(200, "{}");
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ""))) {
            HttpResponse<String> answer = SignedHttp.post(
                    simulator.dataPlane(), PATH.replace("agent/", "other/"), "{\"prompt\":\"hi\"}", Callers.ALICE);
            assertThat(answer.body()).contains("\"prompt\":\"hi\"");
            assertThat(agent.unseen()).isTrue();
        }
    }

    @Test
    void aContainerThatDoesNotListenIsAnAwsErrorAndTheRecordSaysWhy() throws Exception {
        URI nobody;
        try (TinyAgent gone = TinyAgent.answering(200, "{}")) {
            nobody = gone.url();
        }
        try (RunningSimulator simulator =
                RunningSimulator.start("resources: {runtimes: [{id: agent, forwardTo: \"" + nobody + "\"}]}\n")) {
            HttpResponse<String> answer = SignedHttp.post(simulator.dataPlane(), PATH, "{}", Callers.ALICE);

            assertThat(answer.statusCode()).isEqualTo(424);
            assertThat(answer.body()).contains("Runtime health check failed or timed out");
            JsonNode record = simulator.recordOf(answer);
            assertThat(record.path("reason").asText()).isEqualTo("UPSTREAM_UNREACHABLE");
            assertThat(record.path("summary").asText()).contains(nobody.toString(), "refused the connection");
            assertThat(record.path("stage").asText()).isEqualTo("answered");
        }
    }
}
