package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Upstreams that misbehave: the client hears of it, the record says why, and the next request is served. */
class BrokenUpstreamTest {
    private static final String PATH = "/runtimes/agent/invocations?accountId=111122223333";
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static RunningSimulator inFrontOf(RawUpstream container, String forwarding) throws Exception {
        return RunningSimulator.start("resources: {runtimes: [{id: agent, forwardTo: \"" + container.url() + "\"}]}\n"
                + "forwarding: {" + forwarding + "}\n");
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

    private static void stillServes(RunningSimulator simulator) throws Exception {
        assertThat(SignedHttp.post(
                                simulator.dataPlane(),
                                PATH.replace("agent", "another"),
                                "{\"prompt\":\"still there\"}",
                                Callers.ALICE)
                        .body())
                .contains("still there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "this is not HTTP\\r\\n\\r\\n|UPSTREAM_BAD_ANSWER|did not answer with valid HTTP",
                "HTTP/1.1 200 OK\\r\\nContent-Length: x\\r\\n\\r\\n|UPSTREAM_BAD_ANSWER|did not answer with valid HTTP",
                "''|UPSTREAM_BROKE_OFF|closed the connection before it answered",
            })
    void anAnswerThatIsNoneIsARuntimeClientError(String said, String reason, String message) throws Exception {
        try (RawUpstream container = RawUpstream.saying(said.replace("\\r\\n", "\r\n"));
                RunningSimulator simulator = inFrontOf(container, "mode: stub")) {
            HttpResponse<String> answer = SignedHttp.post(simulator.dataPlane(), PATH, "{}", Callers.ALICE);

            assertThat(answer.statusCode()).isEqualTo(424);
            assertThat(answer.body()).contains(message);
            assertThat(simulator.recordOf(answer).path("reason").asText()).isEqualTo(reason);
            stillServes(simulator);
        }
    }

    @Test
    void anUpstreamThatSaysNothingIsGivenUpAfterTheConfiguredTime() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawUpstream container = new RawUpstream((request, socket, out) -> over.await(60, TimeUnit.SECONDS));
                RunningSimulator simulator = inFrontOf(container, "requestTimeoutSeconds: 1")) {
            HttpResponse<String> answer = SignedHttp.post(simulator.dataPlane(), PATH, "{}", Callers.ALICE);

            assertThat(answer.statusCode()).isEqualTo(424);
            assertThat(simulator.recordOf(answer).path("reason").asText()).isEqualTo("UPSTREAM_TIMEOUT");
            stillServes(simulator);
        } finally {
            over.countDown();
        }
    }

    @Test
    void aSlowFirstByteIsWaitedFor() throws Exception {
        try (RawUpstream container = new RawUpstream((request, socket, out) -> {
                    Thread.sleep(3_000);
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
                });
                RunningSimulator simulator = inFrontOf(container, "requestTimeoutSeconds: 60")) {
            assertThat(SignedHttp.post(simulator.dataPlane(), PATH, "{}", Callers.ALICE)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aStreamWhoseUpstreamDiesIsBrokenOffForTheClientAndTheRecordSaysSo() throws Exception {
        CountDownLatch firstArrived = new CountDownLatch(1);
        try (RawUpstream container = new RawUpstream((request, socket, out) -> {
                    out.write((HEAD + "d\r\ndata: first\n\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    firstArrived.await(60, TimeUnit.SECONDS);
                    socket.setSoLinger(true, 0); // A reset, as when a container is killed.
                });
                RunningSimulator simulator = inFrontOf(container, "mode: stub");
                Wire client = new Wire(simulator.dataPlane())) {
            client.send(bearerRequest(simulator, "{}"));
            assertThat(client.readUntil("data: first")).startsWith("HTTP/1.1 200");
            firstArrived.countDown();

            assertThat(client.readToEnd())
                    .as("the last chunk of a complete stream")
                    .doesNotContain("0\r\n\r\n");
            JsonNode record =
                    recordOnce(simulator, one -> one.path("reason").asText().equals("UPSTREAM_BROKE_OFF"));
            assertThat(record.path("stage").asText()).isEqualTo("forwarded");
            assertThat(record.path("httpStatus").asInt()).isEqualTo(200);
            assertThat(record.path("summary").asText()).contains(container.url().toString());
            stillServes(simulator);
        }
    }

    @Test
    void anAnswerThatIsShorterThanItSaidIsBrokenOffToo() throws Exception {
        try (RawUpstream container = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                RunningSimulator simulator = inFrontOf(container, "mode: stub");
                Wire client = new Wire(simulator.dataPlane())) {
            client.send(bearerRequest(simulator, "{}"));
            assertThat(client.readToEnd()).endsWith("half");
            recordOnce(simulator, one -> one.path("reason").asText().equals("UPSTREAM_BROKE_OFF"));
            stillServes(simulator);
        }
    }

    @Test
    void aClientThatVanishesFreesItsUpstreamConnection() throws Exception {
        try (RawUpstream container = new RawUpstream((request, socket, out) -> {
                    out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write("d\r\ndata: again\n\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                        Thread.sleep(20);
                    }
                });
                RunningSimulator simulator = inFrontOf(container, "mode: stub")) {
            try (Wire client = new Wire(simulator.dataPlane())) {
                client.send(bearerRequest(simulator, "{}"));
                assertThat(client.readUntil("data: again")).startsWith("HTTP/1.1 200");
            }
            assertThat(container.broken()).isInstanceOf(IOException.class);
            recordOnce(simulator, one -> one.path("reason").asText().equals("CLIENT_GONE"));
            stillServes(simulator);
        }
    }

    @Test
    void anUpstreamThatAnswersBeforeTheBodyIsThereIsHeard() throws Exception {
        try (RawUpstream container = new RawUpstream((request, socket, out) -> refuseEarly(socket, out));
                RunningSimulator simulator = inFrontOf(container, "mode: stub");
                Wire client = new Wire(simulator.dataPlane())) {
            String body = "x".repeat(5_000_000);
            client.send(bearerRequest(simulator, body));
            assertThat(client.readUntil("runtime")).startsWith("HTTP/1.1 424");
            stillServes(simulator);
        }
    }

    private static void refuseEarly(Socket socket, OutputStream out) throws IOException {
        out.write("HTTP/1.1 413 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        socket.shutdownOutput();
    }

    static String bearerRequest(RunningSimulator simulator, String body) throws Exception {
        return "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + simulator.token("")
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
