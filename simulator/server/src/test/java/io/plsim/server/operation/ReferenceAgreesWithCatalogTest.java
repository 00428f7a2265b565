package io.plsim.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.policy.reference.AgentCoreReference;
import io.plsim.policy.reference.KnownAction;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ReferenceAgreesWithCatalogTest {
    /** What the endpoint asks the policy about must be what the linter takes for possible, or it would warn of it. */
    @Test
    void everyQuestionOfTheCatalogIsAnActionAndATypeThatTheLinterKnows() throws IOException {
        AgentCoreReference reference = AgentCoreReference.load();
        try (InputStream in = OperationCatalog.class.getResourceAsStream("operations.json")) {
            JsonNode operations = new ObjectMapper().readTree(in).get("operations");
            assertThat(operations).hasSizeGreaterThan(60);
            for (JsonNode operation : operations) {
                for (JsonNode question : operation.path("questions")) {
                    String name = question.get("action").asText().replace("bedrock-agentcore:", "");
                    KnownAction action = reference.action(name).orElseThrow();
                    String type = question.path("resource").asText("*");
                    assertThat(action.plane()).as(name).isNotEqualTo(KnownAction.Plane.CONTROL);
                    if (type.equals("*")) {
                        assertThat(action.resourceTypes().isEmpty() || action.alsoOnStar())
                                .as(name)
                                .isTrue();
                    } else {
                        assertThat(action.resourceTypes()).as(name).contains(type);
                    }
                }
            }
        }
    }
}
