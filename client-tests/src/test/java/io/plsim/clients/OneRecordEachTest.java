package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many requests of every kind at once, while the policy changes under them. */
class OneRecordEachTest {
    private static final int REQUESTS = 10_000;
    private static final int THREADS = 8;
    private static final String PATH = "/runtimes/customAgent1/invocations?accountId=111122223333";
    private static final String ENDPOINT = "vpce-0a1b2c3d4e5f60718";

    @Test
    void everyRequestHasExactlyOneRecordThatFitsThePolicyRevisionItNames() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            String token = simulator.token("");
            String open = Files.readString(RunningSimulator.POLICIES.resolve("default-full-access/policy.json"));
            String closed =
                    Files.readString(RunningSimulator.POLICIES.resolve("runtime-mixed-iam-and-oauth/policy.json"));
            Map<String, Integer> statuses = new ConcurrentHashMap<>();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                running.add(threads.submit(() -> {
                    for (int i = first; i < REQUESTS; i += THREADS) {
                        HttpResponse<String> answer = request(simulator, i, token);
                        String id = answer.headers()
                                .firstValue("x-plsim-decision-id")
                                .orElseThrow();
                        assertThat(statuses.put(id, answer.statusCode()))
                                .as("the id is new")
                                .isNull();
                    }
                    return null;
                }));
            }
            // Even revisions deny bearer callers, odd ones admit them; revision 1 is the default.
            for (int swap = 0; running.stream().anyMatch(future -> !future.isDone()); swap++) {
                assertThat(simulator
                                .attach(ENDPOINT, swap % 2 == 0 ? closed : open)
                                .statusCode())
                        .isEqualTo(200);
                Thread.sleep(50);
            }
            for (Future<?> future : running) {
                future.get();
            }
            threads.shutdown();
            check(simulator.consoleJson("/api/decisions?limit=100000"), statuses);
        }
    }

    private static HttpResponse<String> request(RunningSimulator simulator, int i, String token) throws Exception {
        return switch (i % 4) {
            case 0 -> SignedHttp.post(simulator.dataPlane(), PATH, "{}", Callers.ALICE);
            case 1 -> simulator.plain(simulator.dataPlane(), "POST", PATH, "Bearer " + token, "{}");
            case 2 -> simulator.plain(simulator.dataPlane(), "POST", PATH, "", "{}");
            default -> simulator.plain(simulator.dataPlane(), "GET", "/unmapped/" + i, "", "");
        };
    }

    private static void check(JsonNode records, Map<String, Integer> statuses) {
        assertThat(records).hasSize(REQUESTS);
        Set<String> ids = new HashSet<>();
        Map<String, Integer> kinds = new HashMap<>();
        Set<Long> revisions = new HashSet<>();
        for (JsonNode record : records) {
            assertThat(ids.add(record.path("id").asText())).isTrue();
            assertThat(record.path("httpStatus").asInt())
                    .isEqualTo(statuses.get(record.path("id").asText()));
            String kind = record.path("caller").path("kind").asText();
            String outcome = record.path("outcome").asText("none");
            kinds.merge(kind + " " + outcome, 1, Integer::sum);
            if (kind.equals("oauth")) {
                long revision = record.path("policyRevision").asLong();
                revisions.add(revision);
                assertThat(outcome).isEqualTo(revision % 2 == 0 ? "implicitDeny" : "allowed");
            }
        }
        System.out.println("records by caller and outcome: " + kinds + " over " + revisions.size() + " revisions");
        assertThat(kinds.get("sigv4 allowed")).isEqualTo(REQUESTS / 4);
        assertThat(kinds.get("oauth allowed") + kinds.get("oauth implicitDeny")).isEqualTo(REQUESTS / 4);
        assertThat(revisions).hasSizeGreaterThan(2);
    }
}
