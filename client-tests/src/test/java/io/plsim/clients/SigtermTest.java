package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM under load: what runs is answered, open streams come to their end, every answer has its line, the exit is 0. */
class SigtermTest {
    private static final int CLIENTS = 8;
    private static final String PATH = "/runtimes/busyAgent/invocations?accountId=111122223333";
    private static final Pattern ID = Pattern.compile(" id=(d-\\S+)");

    @Test
    void nothingIsLostWhenTheServerIsToldToStop(@TempDir Path folder) throws Exception {
        Path config = folder.resolve("plsim.yaml");
        Files.writeString(config, """
                drainSeconds: 60
                scriptedAnswers:
                  - operation: InvokeAgentRuntime
                    resourceId: slowAgent
                    status: 200
                    headers: {Content-Type: text/event-stream}
                    chunks:
                      - {text: "data: first\\n\\n"}
                      - {delayMillis: 4000, text: "data: last\\n\\n"}
                """);
        try (ServerProcess server = ServerProcess.serve("--config", config.toString())) {
            String token = token(server.console());
            Set<String> answered = ConcurrentHashMap.newKeySet();
            AtomicInteger enough = new AtomicInteger();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
            Future<String> stream = clients.submit(() -> stream(server.dataPlane(), token, enough, answered));
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> keepCalling(server.dataPlane(), token, answered));
            }
            while (enough.get() == 0 || answered.size() < 200) {
                Thread.sleep(20);
            }
            server.terminate();
            assertThat(server.exitCode()).as(server.errors()).isZero();
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.get()).contains("data: first").contains("data: last");
            List<String> ids = server.lines().stream()
                    .map(ID::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.group(1))
                    .toList();
            assertThat(new HashSet<>(ids)).as("no line is there twice").hasSameSizeAs(ids);
            Set<String> lost = new HashSet<>(answered);
            lost.removeAll(Set.copyOf(ids));
            assertThat(lost)
                    .as("answers without a line; the last: "
                            + server.lines().get(server.lines().size() - 1))
                    .isEmpty();
            System.out.println("SigtermTest: " + answered.size() + " answers seen, " + ids.size() + " lines, exit 0");
        }
    }

    /** One connection, one request after the other, until the server takes no more. */
    private static void keepCalling(URI endpoint, String token, Set<String> answered) {
        try (Wire wire = new Wire(endpoint)) {
            while (true) {
                wire.send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Length: 2\r\n\r\n{}");
                Wire.Reply reply = wire.reply();
                assertThat(reply.status()).isIn(200, 503);
                answered.add(reply.header("x-plsim-decision-id").orElseThrow());
            }
        } catch (IOException stopped) {
            // The server closed the connection; a request without an answer is nobody's loss.
        }
    }

    private static String stream(URI endpoint, String token, AtomicInteger begun, Set<String> answered)
            throws Exception {
        HttpResponse<java.util.stream.Stream<String>> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(endpoint + PATH.replace("busy", "slow")))
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        answered.add(answer.headers().firstValue("x-plsim-decision-id").orElseThrow());
        return String.join(
                "\n", answer.body().peek(line -> begun.incrementAndGet()).toList());
    }

    private static String token(URI console) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(console + "/oauth/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return RunningSimulator.MAPPER
                .readTree(answer.body())
                .path("access_token")
                .asText();
    }
}
