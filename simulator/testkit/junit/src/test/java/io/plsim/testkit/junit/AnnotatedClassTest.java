package io.plsim.testkit.junit;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static io.plsim.testkit.decisions.DecisionAssertions.explicitDeny;
import static io.plsim.testkit.decisions.DecisionAssertions.implicitDeny;
import static io.plsim.testkit.decisions.SimulatedPrincipal.ALICE;
import static io.plsim.testkit.decisions.SimulatedPrincipal.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.testkit.decisions.AwsSdkClients;
import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.PrivateLinkSimulator;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

@PrivateLinkEndpoint(policy = "classpath:policies/alice-only.json", failOnUnexpectedDenial = true)
class AnnotatedClassTest {
    private static URI endpointOfTheClass;

    @BeforeAll
    static void theClassHasOneSimulator(PrivateLinkSimulator simulator) {
        endpointOfTheClass = simulator.getEndpoint();
    }

    @RepeatedTest(3)
    void everyTestStartsWithoutDecisionsAndWithTheDeclaredPolicy(PrivateLinkSimulator simulator, Decisions decisions) {
        assertThat(simulator.getEndpoint()).isEqualTo(endpointOfTheClass);
        assertThat(decisions).isEmpty();
        assertThat(Agent.invoke(simulator, BOB, "myAgent")).isEqualTo(403);
        assertThat(decisions)
                .denied("InvokeAgentRuntime")
                .by(implicitDeny())
                .nearestStatement("AllowAlice")
                .forCaller("arn:aws:iam::111122223333:user/bob")
                .on("runtime/myAgent")
                .times(1);
        simulator.attachPolicy("""
                {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}""");
        assertThat(Agent.invoke(simulator, BOB, "myAgent")).isEqualTo(200);
        assertThat(decisions)
                .hasSize(2)
                .allowed("bedrock-agentcore:InvokeAgentRuntime")
                .byStatement("statement 1");
    }

    @Test
    void anExplicitDenyIsToldFromAnImplicitOne(PrivateLinkSimulator simulator, Decisions decisions) {
        assertThat(Agent.invoke(simulator, ALICE, "secretAgent")).isEqualTo(403);
        assertThat(decisions).denied("InvokeAgentRuntime").by(explicitDeny()).byStatement("DenySecretAgent");
    }

    @Test
    void aDenialThatTheTestAnnouncesIsNotUnexpected(PrivateLinkSimulator simulator, Decisions decisions)
            throws Exception {
        decisions.expectDenial("InvokeAgentRuntime");
        assertThat(Agent.invokeWithToken(simulator, "myAgent")).isEqualTo(403);
        assertThat(decisions.unexpectedDenials()).isEmpty();
    }

    @Test
    void theSdkIsConfiguredForTheFirstCaller(AwsSdkClients sdk, Decisions decisions) {
        try (BedrockAgentCoreClient client =
                sdk.configure(BedrockAgentCoreClient.builder()).build()) {
            client.invokeAgentRuntimeAsBytes(request ->
                    request.agentRuntimeArn("arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/myAgent"));
        }
        assertThat(decisions).hasNoDenials().allowed("InvokeAgentRuntime").forCaller(ALICE.arn());
    }

    @Test
    @PrivateLinkEndpoint
    void anAnnotatedMethodHasASimulatorOfItsOwn(PrivateLinkSimulator simulator) throws Exception {
        assertThat(simulator.getEndpoint()).isNotEqualTo(endpointOfTheClass);
        assertThat(Agent.invokeWithToken(simulator, "myAgent")).isEqualTo(200);
    }

    @Nested
    class Inside {
        @Test
        void aNestedClassUsesTheEnclosingOnes(PrivateLinkSimulator simulator) {
            assertThat(simulator.getEndpoint()).isEqualTo(endpointOfTheClass);
        }
    }
}
