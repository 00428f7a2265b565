package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many forwarded requests at once: each gets its own answer and exactly one record, whatever the container does. */
class ForwardedRecordsTest {
    private static final int REQUESTS = 1_000;
    private static final int THREADS = 8;
    private static final String PATH = "/runtimes/agent/invocations?accountId=111122223333";

    @Test
    void everyForwardedRequestHasItsAnswerAndOneRecord() throws Exception {
        try (TinyAgent agent = new TinyAgent((exchange, body) -> {
                    String text = new String(body, StandardCharsets.UTF_8);
                    TinyAgent.send(exchange, text.contains("fail") ? 500 : 200, "application/json", text);
                });
                RunningSimulator simulator = RunningSimulator.start(agent.asRuntime("agent", ""))) {
            String token = simulator.token("");
            Map<String, Integer> statuses = new ConcurrentHashMap<>();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                running.add(threads.submit(() -> {
                    for (int i = first; i < REQUESTS; i += THREADS) {
                        String body = "{\"" + (i % 5 == 0 ? "fail" : "echo") + "\":" + i + "}";
                        HttpResponse<String> answer = i % 2 == 0
                                ? SignedHttp.post(simulator.dataPlane(), PATH, body, Callers.ALICE)
                                : simulator.plain(simulator.dataPlane(), "POST", PATH, "Bearer " + token, body);
                        assertThat(answer.statusCode()).isEqualTo(i % 5 == 0 ? 424 : 200);
                        assertThat(answer.body()).contains(i % 5 == 0 ? "Received error (500)" : body);
                        String id = answer.headers()
                                .firstValue("x-plsim-decision-id")
                                .orElseThrow();
                        assertThat(statuses.put(id, answer.statusCode())).isNull();
                    }
                    return null;
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
            threads.shutdown();
            check(simulator.consoleJson("/api/decisions?limit=10000"), statuses);
        }
    }

    private static void check(JsonNode records, Map<String, Integer> statuses) {
        assertThat(records).hasSize(REQUESTS);
        Map<String, Integer> recorded = new HashMap<>();
        Map<String, Integer> stages = new HashMap<>();
        for (JsonNode record : records) {
            recorded.put(record.path("id").asText(), record.path("httpStatus").asInt());
            stages.merge(record.path("stage").asText(), 1, Integer::sum);
        }
        assertThat(recorded).isEqualTo(statuses);
        assertThat(stages).containsExactly(Map.entry("answered", REQUESTS));
    }
}
