package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.StartBrowserSessionResponse;

/** WebSockets through the endpoint: to the stubs, to a local container, to AgentCore behind it. */
class AgentSocketTest {
    private static final String PATH = "/runtimes/agent/ws?accountId=111122223333";
    private static final String SESSION = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";

    private static RunningSimulator inFrontOf(SocketAgent agent) throws Exception {
        return RunningSimulator.start("resources: {runtimes: [{id: agent, forwardTo: \"" + agent.url() + "\"}]}\n");
    }

    private static JsonNode recordOnce(RunningSimulator simulator, Predicate<JsonNode> fits) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        JsonNode record = simulator.newestRecord();
        while (!fits.test(record) && System.nanoTime() < end) {
            Thread.sleep(50);
            record = simulator.newestRecord();
        }
        assertThat(fits.test(record)).as(record.toString()).isTrue();
        return record;
    }

    private static boolean answered(JsonNode record) {
        return record.path("stage").asText().equals("answered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/runtimes/any/ws?accountId=111122223333", "/runtimes/any/ws/shells?accountId=111122223333"})
    void theStubEchoesAndTheRecordIsThereWhileTheSocketIsOpen(String path) throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            SocketClient client = SocketClient.signed(simulator.dataPlane(), path, Callers.ALICE);
            JsonNode open = simulator.newestRecord();
            assertThat(open.path("httpStatus").asInt()).isEqualTo(101);
            assertThat(open.path("outcome").asText()).isEqualTo("allowed");
            assertThat(open.path("stage").asText()).isEqualTo("forwarded");

            client.say("hello");
            assertThat(client.hear()).isEqualTo("hello");
            client.socket().sendPing(ByteBuffer.wrap("p".getBytes(StandardCharsets.UTF_8)));
            assertThat(client.hear()).isEqualTo("pong p");
            client.socket().sendClose(4001, "enough");
            assertThat(client.hear()).startsWith("closed 4001");

            JsonNode closed = recordOnce(simulator, AgentSocketTest::answered);
            assertThat(closed.path("id").asText()).isEqualTo(open.path("id").asText());
            assertThat(closed.path("summary").asText()).contains("4001");
        }
    }

    @Test
    void aContainersSocketIsRelayedBothWaysWithWhatAgentCoreSets() throws Exception {
        try (SocketAgent agent = new SocketAgent();
                RunningSimulator simulator = inFrontOf(agent)) {
            SocketClient client = SocketClient.signed(
                    simulator.dataPlane(),
                    PATH + "&" + SESSION + "=a-session-of-at-least-33-characters-0001",
                    Callers.ALICE);
            Map<String, String> handshake = agent.nextHandshake();
            assertThat(handshake)
                    .containsEntry(SESSION, "a-session-of-at-least-33-characters-0001")
                    .containsKey("WorkloadAccessToken")
                    .doesNotContainKey("Authorization");

            client.say("hello");
            assertThat(client.hear()).isEqualTo("agent: hello");
            client.say(new byte[60_000]);
            assertThat(hearBytes(client)).isEqualTo(60_000);
            client.socket().sendText("in two ", false).get(60, TimeUnit.SECONDS);
            client.socket().sendText("frames", true).get(60, TimeUnit.SECONDS);
            assertThat(client.hear()).isEqualTo("agent: in two frames");
            assertThat(simulator.newestRecord().path("forwardedTo").asText()).isEqualTo(agent.url() + "/ws");
        }
    }

    private static int hearBytes(SocketClient client) throws InterruptedException {
        int bytes = 0;
        String part;
        do {
            part = client.hear();
            bytes += Integer.parseInt(part.split(" ")[1]);
        } while (!part.endsWith("last"));
        return bytes;
    }

    @Test
    void closeCodesTravelBothWays() throws Exception {
        try (SocketAgent agent = new SocketAgent();
                RunningSimulator simulator = inFrontOf(agent)) {
            SocketClient closedByAgent = SocketClient.signed(simulator.dataPlane(), PATH, Callers.ALICE);
            closedByAgent.say("close 4002");
            assertThat(closedByAgent.hear()).isEqualTo("closed 4002 as asked");
            assertThat(agent.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(4002);

            SocketClient closing = SocketClient.signed(simulator.dataPlane(), PATH, Callers.ALICE);
            closing.socket().sendClose(4003, "done").get(60, TimeUnit.SECONDS);
            assertThat(agent.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(4003);
            recordOnce(simulator, AgentSocketTest::answered);
        }
    }

    @Test
    void aContainerThatBreaksOffIsA1011AndAClientThatVanishesA1001() throws Exception {
        try (SocketAgent agent = new SocketAgent();
                RunningSimulator simulator = inFrontOf(agent)) {
            SocketClient client = SocketClient.signed(simulator.dataPlane(), PATH, Callers.ALICE);
            client.say("vanish");
            assertThat(client.hear()).startsWith("closed 1011");
            recordOnce(simulator, one -> one.path("reason").asText().equals("UPSTREAM_BROKE_OFF"));
            agent.closes.poll(60, TimeUnit.SECONDS);

            SocketClient vanishing = SocketClient.signed(simulator.dataPlane(), PATH, Callers.ALICE);
            vanishing.socket().abort();
            assertThat(agent.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(1001);
            recordOnce(simulator, one -> one.path("reason").asText().equals("CLIENT_GONE"));
        }
    }

    @Test
    void aFrameAboveAgentCoresLimitCloses1009() throws Exception {
        try (SocketAgent agent = new SocketAgent();
                RunningSimulator simulator = inFrontOf(agent)) {
            SocketClient client = SocketClient.signed(simulator.dataPlane(), PATH, Callers.ALICE);
            client.socket().sendBinary(ByteBuffer.wrap(new byte[65 * 1024]), true);
            assertThat(client.hear()).startsWith("closed 1009");
        }
    }

    @Test
    void aBrowsersTokenOpensASocketToo() throws Exception {
        try (SocketAgent agent = new SocketAgent();
                RunningSimulator simulator = inFrontOf(agent)) {
            SocketClient client = SocketClient.browser(simulator.dataPlane(), PATH, simulator.token(""));
            assertThat(client.socket().getSubprotocol()).isEqualTo("base64UrlBearerAuthorization");
            assertThat(agent.nextHandshake()).doesNotContainKey("Sec-WebSocket-Protocol");
            client.say("hello");
            assertThat(client.hear()).isEqualTo("agent: hello");
        }
    }

    @Test
    void aDeniedHandshakeGetsAwssPlainError() throws Exception {
        try (SocketAgent agent = new SocketAgent();
                RunningSimulator simulator = inFrontOf(agent)) {
            simulator.attachExample("runtime-specific-principals");
            Wire.Reply reply = Wire.exchange(
                    simulator.dataPlane(),
                    "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                            + simulator.token("") + "\r\n\r\n");
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("x-amzn-ErrorType")).hasValue("AccessDeniedException");
            assertThat(reply.body())
                    .contains("bedrock-agentcore:InvokeAgentRuntimeWithWebSocketStream", "VPC endpoint policy");
            assertThat(agent.handshakes).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
            })
    void whatIsNoHandshakeIsRefusedBeforeTheContainerHearsOfIt(String headers) throws Exception {
        try (SocketAgent agent = new SocketAgent();
                RunningSimulator simulator = inFrontOf(agent)) {
            Wire.Reply reply = Wire.exchange(
                    simulator.dataPlane(),
                    "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\nAuthorization: Bearer "
                            + simulator.token("") + "\r\n\r\n");
            assertThat(reply.status()).isBetween(400, 426);
            assertThat(reply.body()).startsWith("{\"message\":");
            assertThat(agent.handshakes).isEmpty();
            assertThat(simulator.newestRecord().path("httpStatus").asInt()).isEqualTo(reply.status());
        }
    }

    @Test
    void aContainerWithoutASocketIsARuntimeClientError() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(404, "{}");
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ""))) {
            assertThatThrownBy(() -> SocketClient.signed(simulator.dataPlane(), PATH, Callers.ALICE))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
            JsonNode record = simulator.newestRecord();
            assertThat(record.path("httpStatus").asInt()).isEqualTo(424);
            assertThat(record.path("reason").asText()).isEqualTo("CONTAINER_ERROR");
            assertThat(record.path("summary").asText()).contains("answered 404");
        }
    }

    @Test
    void socketsThatAreOpenWhenTheSimulatorStopsAreClosedAsGoingAway() throws Exception {
        SocketClient client;
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            client = SocketClient.signed(simulator.dataPlane(), PATH, Callers.ALICE);
            client.say("hello");
            assertThat(client.hear()).isEqualTo("hello");
        }
        assertThat(client.hear()).startsWith("closed 1001");
    }

    @Test
    void aBrowserSessionsStreamsOpen() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("");
                BedrockAgentCoreClient sdk = Callers.ALICE.client(simulator.dataPlane())) {
            StartBrowserSessionResponse session =
                    sdk.startBrowserSession(request -> request.browserIdentifier("aws.browser.v1"));
            String automation = URI.create(session.streams().automationStream().streamEndpoint())
                    .getRawPath();
            SocketClient client = SocketClient.signed(simulator.dataPlane(), automation, Callers.ALICE);
            client.say("{\"id\": 1, \"method\": \"Browser.getVersion\"}");
            assertThat(client.hear()).contains("\"id\":1", "\"product\":\"plsim/stub\"");
            client.say("no JSON");
            assertThat(client.hear()).contains("-32700");

            SocketClient.signed(simulator.dataPlane(), automation.replace("automation", "live-view"), Callers.ALICE)
                    .socket()
                    .abort();
            assertThatThrownBy(() -> SocketClient.signed(
                            simulator.dataPlane(),
                            "/browser-streams/aws.browser.v1/sessions/unknown/automation",
                            Callers.ALICE))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
            assertThat(simulator.newestRecord().path("httpStatus").asInt()).isEqualTo(404);
        }
    }

    @Test
    void aPassedThroughHandshakeIsVerifiedBehindTheEndpoint() throws Exception {
        try (RunningSimulator aws = RunningSimulator.start("");
                RunningSimulator endpoint =
                        RunningSimulator.start("forwarding: {mode: passthrough, url: \"" + aws.dataPlane() + "\"}\n")) {
            SocketClient client = SocketClient.signed(endpoint.dataPlane(), PATH, Callers.BOB);
            client.say("hello");
            assertThat(client.hear()).isEqualTo("hello");
            assertThat(aws.newestRecord().path("caller").path("arn").asText()).endsWith("user/bob");
            client.socket().sendClose(4005, "bye");
            assertThat(client.hear()).startsWith("closed 4005");
            recordOnce(aws, one -> one.path("summary").asText().contains("4005"));

            aws.attachExample("runtime-specific-principals");
            assertThatThrownBy(() -> SocketClient.signed(endpoint.dataPlane(), PATH, Callers.MALLORY))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
            assertThat(endpoint.newestRecord().path("httpStatus").asInt()).isEqualTo(403);
            assertThat(endpoint.newestRecord().path("errorType").asText()).isEqualTo("AccessDeniedException");
        }
    }
}
