package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The console API, and that nothing of it can be reached through an endpoint port. */
class ConsoleTest {
    private static final String ENDPOINT = "vpce-0a1b2c3d4e5f60718";

    @Test
    void anInvalidPolicyAnswers400WithFindingsAndChangesNothing() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            JsonNode before = simulator.consoleJson("/api/endpoints/" + ENDPOINT);
            String printed = Files.readString(RunningSimulator.POLICIES.resolve("gateway/as-printed.json"));
            HttpResponse<String> answer = simulator.attach(ENDPOINT, printed);
            assertThat(answer.statusCode()).isEqualTo(400);
            JsonNode findings = RunningSimulator.MAPPER.readTree(answer.body()).path("findings");
            assertThat(findings.findValuesAsText("code"))
                    .containsExactlyInAnyOrder("MALFORMED_ARN", "FOREIGN_SERVICE_PREFIX", "INVALID_ACCOUNT");
            findings.forEach(finding -> {
                assertThat(finding.path("location").asText()).startsWith("/Statement/0/");
                assertThat(finding.path("line").asInt()).isPositive();
                assertThat(finding.path("message").asText()).isNotEmpty();
                assertThat(finding.path("fix").isNull())
                        .isEqualTo(finding.path("code").asText().equals("INVALID_ACCOUNT"));
            });
            assertThat(simulator.consoleJson("/api/endpoints/" + ENDPOINT)).isEqualTo(before);
        }
    }

    @Test
    void aPolicyIsAttachedReadBackAndRemoved() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            String policy = Files.readString(RunningSimulator.POLICIES.resolve("gateway/policy.json"));
            assertThat(simulator.attach(ENDPOINT, policy).statusCode()).isEqualTo(200);
            assertThat(simulator
                            .console("GET", "/api/endpoints/" + ENDPOINT + "/policy", "")
                            .body())
                    .isEqualTo(policy);
            assertThat(simulator
                            .consoleJson("/api/endpoints/" + ENDPOINT)
                            .path("policyRevision")
                            .asInt())
                    .isEqualTo(2);
            simulator.console("DELETE", "/api/endpoints/" + ENDPOINT + "/policy", "");
            JsonNode after = simulator.consoleJson("/api/endpoints/" + ENDPOINT);
            assertThat(after.path("policyRevision").asInt()).isEqualTo(3);
            assertThat(after.path("policySource").asText()).isEqualTo("default (full access)");
        }
    }

    @Test
    void aDecisionIsExplainedAgainstThePolicyOfThen() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            simulator.attachExample("runtime-mixed-iam-and-oauth");
            HttpResponse<String> denied = simulator.plain(
                    simulator.dataPlane(),
                    "POST",
                    "/runtimes/customAgent1/invocations?accountId=111122223333",
                    "Bearer " + simulator.token(""),
                    "{}");
            simulator.attachExample("default-full-access");
            String id = denied.headers().firstValue("x-plsim-decision-id").orElseThrow();
            JsonNode explanation = simulator.consoleJson("/api/decisions/" + id + "/explanation");
            JsonNode question = explanation.path("questions").get(0);
            assertThat(question.path("outcome").asText()).isEqualTo("implicitDeny");
            assertThat(question.path("nearest").asInt()).isZero();
            assertThat(question.findValuesAsText("reason")).contains("OAUTH_CALLER_NEEDS_STAR");
            assertThat(explanation.path("text").asText()).contains("OAuth");
        }
    }

    @Test
    void aRequestThatWasRefusedBeforeAnyDecisionIsExplainedWithItsStageAndTheNextStep() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            HttpResponse<String> refused = simulator.plain(
                    simulator.dataPlane(), "POST", "/runtimes/customAgent1/invocation", "Bearer not-a-token", "{}");
            String id = refused.headers().firstValue("x-plsim-decision-id").orElseThrow();
            JsonNode explanation = simulator.consoleJson("/api/decisions/" + id + "/explanation");
            assertThat(explanation.path("reason").asText()).isEqualTo("UNKNOWN_OPERATION");
            assertThat(explanation.path("refusedWhile").asText()).isEqualTo("its operation was looked up");
            assertThat(explanation.path("nextStep").asText()).contains("the method and the path");
            assertThat(explanation.path("questions")).isEmpty();
            assertThat(explanation.path("text").asText().replaceAll("\\s+", " "))
                    .contains("before the endpoint policy was asked", "Did you mean InvokeAgentRuntime?");
        }
    }

    @Test
    void everyRouteOfTheOpenApiDocumentAnswers() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            JsonNode paths = simulator.consoleJson("/openapi.json").path("paths");
            for (var path : paths.properties()) {
                if (path.getValue().has("get") && !path.getKey().endsWith("/stream")) {
                    String url = path.getKey().replace("{id}", ENDPOINT);
                    int status = simulator.console("GET", url, "").statusCode();
                    assertThat(status).as(url).isIn(200, url.contains("/decisions/") ? 404 : 200);
                }
            }
        }
    }

    @Test
    void everyRecordIsStreamedToWhoeverListens() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            var listening = java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(
                                            java.net.URI.create(simulator.console() + "/api/decisions/stream"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            HttpResponse<String> answer = simulator.plain(simulator.dataPlane(), "GET", "/nothing", "", "");
            String data = listening
                    .body()
                    .filter(line -> line.startsWith("data: "))
                    .findFirst()
                    .orElseThrow();
            assertThat(RunningSimulator.MAPPER
                            .readTree(data.substring(6))
                            .path("id")
                            .asText())
                    .isEqualTo(
                            answer.headers().firstValue("x-plsim-decision-id").orElseThrow());
        }
    }

    @Test
    void theConsoleIsNotBehindAnEndpointPort() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            for (String path : new String[] {"/health", "/api/endpoints", "/oauth/jwks", "/metrics"}) {
                assertThat(simulator
                                .plain(simulator.dataPlane(), "GET", path, "", "")
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aForeignOriginMayNotChangeTheSimulator() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(simulator.console() + "/api/reset"))
                    .header("Origin", "https://evil.example.com")
                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                    .build();
            int status = java.net.http.HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(403);
            assertThat(simulator.console("POST", "/api/reset", "").statusCode()).isEqualTo(200);
        }
    }
}
