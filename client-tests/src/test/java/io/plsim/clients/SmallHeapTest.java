package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** Bodies and streams larger than the heap they pass through: 128 MB. */
class SmallHeapTest {
    private static final String HEAP = "-Xmx128m";
    private static final String ARN = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/agent";
    private static final String PATH = "/runtimes/agent/invocations?accountId=111122223333";
    private static final int BODY = 50_000_000;
    private static final int CHUNK = 64 * 1024;

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void fiftyMegabytesPassBothWaysSignedAndStreamed(@TempDir Path folder) throws Exception {
        byte[] body = noise(BODY);
        try (TinyAgent agent = new TinyAgent((exchange, got) -> {
                    exchange.sendResponseHeaders(200, got.length);
                    exchange.getResponseBody().write(got);
                });
                ForkedSimulator simulator = new ForkedSimulator(folder, agent.asRuntime("agent", ""), HEAP);
                BedrockAgentCoreClient client = Callers.ALICE.client(simulator.dataPlane())) {
            byte[] signed = client.invokeAgentRuntimeAsBytes(
                            request -> request.agentRuntimeArn(ARN).payload(SdkBytes.fromByteArrayUnsafe(body)))
                    .asByteArrayUnsafe();
            assertThat(signed).isEqualTo(body);

            HttpResponse<byte[]> streamed = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(simulator.dataPlane() + PATH))
                                    .header("Authorization", "Bearer " + simulator.token())
                                    .POST(HttpRequest.BodyPublishers.ofInputStream(
                                            () -> new ByteArrayInputStream(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(streamed.statusCode()).isEqualTo(200);
            assertThat(streamed.body()).isEqualTo(body);
            assertThat(simulator.isAlive()).isTrue();
        }
    }

    @Test
    void aStreamLargerThanTheHeapPasses(@TempDir Path folder) throws Exception {
        int chunks = 3000;
        byte[] event = ("data: " + "x".repeat(CHUNK - 8) + "\n\n").getBytes(StandardCharsets.US_ASCII);
        try (TinyAgent agent = new TinyAgent((exchange, got) -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < chunks; i++) {
                        exchange.getResponseBody().write(event);
                    }
                });
                ForkedSimulator simulator = new ForkedSimulator(folder, agent.asRuntime("agent", ""), HEAP);
                BedrockAgentCoreClient client = Callers.ALICE.client(simulator.dataPlane());
                InputStream stream = client.invokeAgentRuntime(
                        request -> request.agentRuntimeArn(ARN).payload(SdkBytes.fromUtf8String("{}")))) {
            assertThat(stream.transferTo(OutputStream.nullOutputStream())).isEqualTo((long) chunks * CHUNK);
            assertThat(simulator.newestRecord().path("stage").asText()).isEqualTo("answered");
        }
    }

    @Test
    void aClientThatStopsReadingStopsTheUpstreamAndNotTheHeap(@TempDir Path folder) throws Exception {
        AtomicLong written = new AtomicLong();
        byte[] chunk = noise(CHUNK);
        try (RawUpstream agent = new RawUpstream((request, socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write(chunk);
                        written.addAndGet(CHUNK);
                    }
                });
                ForkedSimulator simulator = new ForkedSimulator(
                        folder, "resources: {runtimes: [{id: agent, forwardTo: \"" + agent.url() + "\"}]}\n", HEAP)) {
            try (Wire client = new Wire(simulator.dataPlane())) {
                client.send(
                        "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nAuthorization: Bearer "
                                + simulator.token() + "\r\n\r\n{}");
                assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
                long paused = whenItStandsStill(written);
                // Socket buffers of two connections and a few of Jetty's, far below the heap.
                assertThat(paused).isPositive().isLessThan(64_000_000);
                System.out.println("the upstream was paused after " + paused + " bytes");
                JsonNode record = simulator.newestRecord();
                assertThat(record.path("stage").asText()).isEqualTo("forwarded");

                client.readExactly(20_000_000);
                assertThat(whenItStandsStill(written))
                        .as("it goes on with the client")
                        .isGreaterThan(paused);
            }
            assertThat(agent.broken()).isInstanceOf(IOException.class);
            assertThat(simulator.isAlive()).isTrue();
        }
    }

    @Test
    void aWebSocketClientThatStopsReadingStopsTheContainer(@TempDir Path folder) throws Exception {
        AtomicLong written = new AtomicLong();
        try (RawUpstream agent = RawUpstream.floodingSocket(written);
                ForkedSimulator simulator = new ForkedSimulator(
                        folder, "resources: {runtimes: [{id: agent, forwardTo: \"" + agent.url() + "\"}]}\n", HEAP)) {
            try (Wire client = new Wire(simulator.dataPlane())) {
                client.send("GET " + PATH.replace("invocations", "ws") + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + simulator.token()
                        + "\r\n\r\n");
                assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 101");
                long paused = whenItStandsStill(written);
                System.out.println("the socket's container was paused after " + paused + " bytes");
                assertThat(paused).isPositive().isLessThan(64_000_000);
                client.readExactly(20_000_000);
                assertThat(whenItStandsStill(written))
                        .as("it goes on with the client")
                        .isGreaterThan(paused);
            }
            assertThat(agent.broken()).isInstanceOf(IOException.class);
            assertThat(simulator.isAlive()).isTrue();
        }
    }

    /** The count once it has not changed for two seconds. */
    private static long whenItStandsStill(AtomicLong count) throws InterruptedException {
        long last = -1;
        int still = 0;
        for (int i = 0; i < 600 && still < 20; i++) {
            Thread.sleep(100);
            long now = count.get();
            still = now == last ? still + 1 : 0;
            last = now;
        }
        assertThat(still).as("the upstream writes on and on").isGreaterThanOrEqualTo(20);
        return last;
    }
}
