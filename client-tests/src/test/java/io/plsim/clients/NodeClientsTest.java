package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The JavaScript clients that people use, against the running product. */
class NodeClientsTest {
    private static final int MODEL_OPERATIONS = 65;
    private static final Map<String, String> ALICE = Map.of(
            "AWS_ACCESS_KEY_ID",
            Callers.ALICE.credentials().accessKeyId(),
            "AWS_SECRET_ACCESS_KEY",
            Callers.ALICE.credentials().secretAccessKey());

    @TestFactory
    Stream<DynamicTest> everyOperationOfTheServiceModelParsesInTheSdkForJavaScript() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            String requests = System.getProperty("plsim.repository")
                    + "/simulator/server/src/test/resources/io/plsim/server/forwarding/stub/every-operation.json";
            List<NodeScript.Check> checks = NodeScript.run(
                    "every-operation.mjs", ALICE, simulator.dataPlane().toString(), requests);
            Set<String> recorded = new HashSet<>();
            for (JsonNode record : simulator.consoleJson("/api/decisions?limit=1000")) {
                assertThat(record.path("outcome").asText()).isEqualTo("allowed");
                assertThat(record.path("caller").path("arn").asText()).endsWith(":user/alice");
                recorded.add(record.path("operation").asText());
            }
            assertThat(recorded).hasSize(MODEL_OPERATIONS);
            return tests(checks);
        }
    }

    @TestFactory
    Stream<DynamicTest> theMcpClientForTypeScriptUsesTheGatewayWithABearerToken() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("")) {
            return tests(NodeScript.run(
                    "mcp-gateway.mjs",
                    Map.of("PLSIM_TOKEN", simulator.token("")),
                    simulator.gateway().toString()));
        }
    }

    private static Stream<DynamicTest> tests(List<NodeScript.Check> checks) {
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.name(),
                        () -> assertThat(check.ok()).as(check.detail()).isTrue()));
    }
}
