package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.testkit.testcontainers.PrivateLinkSimulatorContainer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docker stop} while requests run: every answer that a client got has its line in the log. */
@RequiresDocker
class DrainTest {
    private static final int CLIENTS = 8;
    private static final int MOST_REQUESTS_OF_A_CLIENT = 20_000;
    private static final Pattern RECORD = Pattern.compile(" id=(\\S+)");

    private final Queue<String> answered = new ConcurrentLinkedQueue<>();

    @Test
    void stoppingUnderLoadLosesNoRecord() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (PrivateLinkSimulatorContainer simulator = new PrivateLinkSimulatorContainer()) {
            simulator.start();
            URI endpoint = URI.create(simulator.getEndpoint() + "/runtimes/myAgent/invocations?accountId=111122223333");
            String token = simulator.oauthToken();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> callUntilItIsGone(endpoint, token)));
            }
            while (answered.size() < 500) {
                Thread.sleep(20);
            }
            String id = simulator.getContainerId();
            simulator.getDockerClient().stopContainerCmd(id).withTimeout(30).exec();
            for (Future<?> client : running) {
                client.get(60, TimeUnit.SECONDS);
            }

            Set<String> recorded = new HashSet<>();
            Matcher lines = RECORD.matcher(simulator.getLogs());
            while (lines.find()) {
                recorded.add(lines.group(1));
            }
            assertThat(simulator
                            .getDockerClient()
                            .inspectContainerCmd(id)
                            .exec()
                            .getState()
                            .getExitCodeLong())
                    .as("exit code after SIGTERM")
                    .isZero();
            assertThat(new HashSet<>(answered)).hasSizeGreaterThanOrEqualTo(500);
            assertThat(recorded).containsAll(new HashSet<>(answered));
        } finally {
            clients.shutdownNow();
        }
    }

    private void callUntilItIsGone(URI endpoint, String token) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            for (int i = 0; i < MOST_REQUESTS_OF_A_CLIENT; i++) {
                HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
                answer.headers().firstValue("x-plsim-decision-id").ifPresent(answered::add);
            }
        } catch (IOException gone) {
            // The server has stopped: what this test waits for.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
