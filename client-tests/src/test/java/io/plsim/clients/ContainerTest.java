package io.plsim.clients;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Capability;
import io.plsim.testkit.decisions.AwsSdkClients;
import io.plsim.testkit.decisions.PolicyNotAttachedException;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import io.plsim.testkit.decisions.SimulatorConsole;
import io.plsim.testkit.testcontainers.PrivateLinkSimulatorContainer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** What the container's options do, and how the image behaves when it is locked down. */
@RequiresDocker
class ContainerTest {
    private static final SimulatedPrincipal CAROL =
            SimulatedPrincipal.of("AKIDCAROL", "carolsSecret", "arn:aws:iam::111122223333:user/carol");

    @Test
    void aPolicyAndAPrincipalOfTheTestAreInForceWhenItStarts() {
        try (PrivateLinkSimulatorContainer simulator = new PrivateLinkSimulatorContainer()
                .withPolicyFromClasspath("policies/carol-only.json")
                .withPrincipal(CAROL)) {
            simulator.start();
            assertThat(simulator.getAccessKeyId()).isEqualTo("AKIDCAROL");
            assertThat(simulator.getRegion()).isEqualTo("us-east-1");
            assertThat(invoke(simulator, CAROL)).contains("hello");
            assertThatThrownBy(() -> invoke(simulator, SimulatedPrincipal.ALICE))
                    .hasMessageContaining("no VPC endpoint policy allows");
            assertThat(simulator.decisions())
                    .denied("InvokeAgentRuntime")
                    .nearestStatement("AllowCarol")
                    .times(1);
            assertThat(simulator.oauthToken(Map.of("client_id", "web"))).contains(".");
            simulator.reset();
            assertThat(simulator.decisions()).isEmpty();
        }
    }

    private static String invoke(PrivateLinkSimulatorContainer simulator, SimulatedPrincipal caller) {
        try (BedrockAgentCoreClient client = new AwsSdkClients(simulator)
                .configure(BedrockAgentCoreClient.builder(), caller)
                .build()) {
            return client.invokeAgentRuntimeAsBytes(request -> request.agentRuntimeArn(
                                    "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/myAgent")
                            .payload(SdkBytes.fromUtf8String("{\"prompt\": \"hello\"}")))
                    .asUtf8String();
        }
    }

    @Test
    void aPolicyErrorNamesTheTestsFileTheLineAndTheFix() {
        try (PrivateLinkSimulatorContainer simulator =
                new PrivateLinkSimulatorContainer().withPolicyFromClasspath("policies/doubled-colon.json")) {
            assertThatThrownBy(simulator::start)
                    .isInstanceOf(PolicyNotAttachedException.class)
                    .hasMessageContaining("classpath:policies/doubled-colon.json:6:16: MALFORMED_ARN")
                    .hasMessageContaining("arn:aws:iam::111122223333:root")
                    .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
        }
    }

    @Test
    void anotherImageIsRefusedUnlessItIsDeclaredASubstitute() {
        assertThatThrownBy(() -> new PrivateLinkSimulatorContainer("nginx:1"))
                .hasMessageContaining("compatible")
                .hasMessageContaining("plsim");
    }

    /** As a hardened cluster runs it: nothing writable, no capability, and settings by environment alone. */
    @Test
    void theImageRunsReadOnlyWithoutCapabilitiesAsUser10001() throws Exception {
        try (GenericContainer<?> simulator = new GenericContainer<>(RequiresDocker.Condition.IMAGE)
                .withExposedPorts(4650, 4651, 4652)
                .withEnv("PLSIM_REGION", "eu-west-1")
                .withCreateContainerCmdModifier(create -> create.withUser("10001:10001")
                        .getHostConfig()
                        .withReadonlyRootfs(true)
                        .withCapDrop(Capability.ALL))
                .waitingFor(Wait.forHealthcheck())) {
            simulator.start();
            SimulatorConsole console = SimulatorConsole.at(
                    URI.create("http://" + simulator.getHost() + ":" + simulator.getMappedPort(4651)));
            console.attachPolicy("bedrock-agentcore", "{\"Statement\": []}");
            assertThat(console.token(Map.of())).isNotEmpty();
            assertThat(simulator.getLogs()).contains("Ready.").contains("com.amazonaws.eu-west-1.bedrock-agentcore");
        }
    }
}
