package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An endpoint in audit mode beside one that enforces: both decide and record alike, one lets the denied through. */
class AuditModeTest {
    private static final String DENYING =
            "{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    private static final String ENDPOINTS = """
            endpoints:
              - {id: vpce-aud1t, service: bedrock-agentcore, mode: audit}
              - {id: vpce-enf0rce, service: bedrock-agentcore, port: 0}
            """;

    @Test
    void auditForwardsWhatEnforceBlocksAndBothRecordTheDenial() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start(ENDPOINTS)) {
            String path = "/runtimes/customAgent1/invocations?accountId=111122223333";
            String bearer = "Bearer " + simulator.token("");
            simulator.attach("vpce-aud1t", DENYING);
            simulator.attach("vpce-enf0rce", DENYING);

            HttpResponse<String> audited = simulator.plain(simulator.dataPlane(), "POST", path, bearer, "{}");
            assertThat(audited.statusCode()).as(audited.body()).isEqualTo(200);
            assertThat(audited.headers().firstValue("x-plsim-decision")).contains("auditDeny");
            JsonNode record = simulator.recordOf(audited);
            assertThat(record.path("outcome").asText()).isEqualTo("auditDeny");
            assertThat(record.path("forwardedTo").asText()).isEqualTo("stub");
            assertThat(record.path("questions").get(0).path("outcome").asText()).isEqualTo("explicitDeny");
            assertThat(record.path("stage").asText()).isEqualTo("answered");

            HttpResponse<String> enforced = simulator.plain(simulator.gateway(), "POST", path, bearer, "{}");
            assertThat(enforced.statusCode()).isEqualTo(403);
            assertThat(enforced.headers().firstValue("x-plsim-decision")).contains("explicitDeny");
            assertThat(simulator.recordOf(enforced).path("forwardedTo").isNull())
                    .isTrue();

            JsonNode endpoints = simulator.consoleJson("/api/endpoints");
            assertThat(endpoints.get(0).path("mode").asText()).isEqualTo("audit");
            assertThat(endpoints.get(1).path("mode").asText()).isEqualTo("enforce");
        }
    }

    @Test
    void auditStillRefusesWhatIsNoQuestionOfThePolicy() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("mode: audit")) {
            HttpResponse<String> answer = simulator.plain(
                    simulator.dataPlane(),
                    "POST",
                    "/runtimes/customAgent1/invocations?accountId=111122223333",
                    "",
                    "{}");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("x-plsim-decision")).isEmpty();
            assertThat(simulator.recordOf(answer).path("outcome").isNull()).isTrue();
        }
    }
}
