package com.example.agents;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static io.plsim.testkit.decisions.DecisionAssertions.implicitDeny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plsim.testkit.decisions.AwsSdkClients;
import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import io.plsim.testkit.junit.PrivateLinkEndpoint;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** In the test's own JVM: no Docker, no account. */
@PrivateLinkEndpoint(policy = "file:policies/team-agents/policy.json", failOnUnexpectedDenial = true)
class AgentClientTest {
    private static final String AGENTS = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/";

    @Test
    void theTeamsAgentAnswers(AwsSdkClients sdk, Decisions decisions) {
        try (BedrockAgentCoreClient client = client(sdk, SimulatedPrincipal.AGENT_RUNNER)) {
            assertThat(new AgentClient(client, AGENTS + "team-helper").ask("hello")).contains("hello");
        }
        assertThat(decisions).allowed("InvokeAgentRuntime").byStatement("TeamAgents");
    }

    @Test
    void anotherTeamsAgentDoesNot(AwsSdkClients sdk, Decisions decisions) {
        try (BedrockAgentCoreClient client = client(sdk, SimulatedPrincipal.AGENT_RUNNER)) {
            AgentClient agent = new AgentClient(client, AGENTS + "payroll");
            assertThatThrownBy(() -> agent.ask("hello")).isInstanceOf(AgentClient.NotAllowedException.class);
        }
        assertThat(decisions)
                .denied("InvokeAgentRuntime")
                .by(implicitDeny())
                .nearestStatement("TeamAgents")
                .on("runtime/payroll");
    }

    private static BedrockAgentCoreClient client(AwsSdkClients sdk, SimulatedPrincipal caller) {
        return sdk.configure(BedrockAgentCoreClient.builder(), caller).build();
    }
}
