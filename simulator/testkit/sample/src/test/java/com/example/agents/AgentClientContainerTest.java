package com.example.agents;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.testkit.decisions.AwsSdkClients;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import io.plsim.testkit.testcontainers.PrivateLinkSimulatorContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** The same client against the simulator in a container, as an integration test would have it. */
@Testcontainers(disabledWithoutDocker = true)
class AgentClientContainerTest {
    @Container
    private static final PrivateLinkSimulatorContainer SIMULATOR =
            new PrivateLinkSimulatorContainer().withPolicy(read("policies/team-agents/policy.json"));

    @Test
    void theTeamsAgentAnswers() {
        try (BedrockAgentCoreClient client = new AwsSdkClients(SIMULATOR)
                .configure(BedrockAgentCoreClient.builder(), SimulatedPrincipal.AGENT_RUNNER)
                .build()) {
            String agent = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/team-helper";
            assertThat(new AgentClient(client, agent).ask("hello")).contains("hello");
        }
        assertThat(SIMULATOR.decisions()).hasNoDenials().allowed("InvokeAgentRuntime");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
