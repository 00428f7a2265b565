package io.plsim.testkit.junit;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.testkit.decisions.SimulatedPrincipal;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredExtensionTest {
    @RegisterExtension
    static final PrivateLinkSimulatorExtension SHARED = PrivateLinkSimulatorExtension.builder()
            .policy("classpath:policies/alice-only.json")
            .build();

    private static URI shared;

    @BeforeAll
    static void runsFromBeforeAllOn() {
        shared = SHARED.getEndpoint();
    }

    @RepeatedTest(2)
    void aStaticFieldIsOneSimulatorForTheClassResetBeforeEachTest() {
        assertThat(SHARED.getEndpoint()).isEqualTo(shared);
        assertThat(SHARED.decisions()).isEmpty();
        assertThat(Agent.invoke(SHARED, SimulatedPrincipal.BOB, "myAgent")).isEqualTo(403);
    }

    @Nested
    class WithAnInstanceField {
        private static final Set<URI> SEEN = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        final PrivateLinkSimulatorExtension own = PrivateLinkSimulatorExtension.builder()
                .configuration("classpath:config.yaml")
                .build();

        @RepeatedTest(2)
        void everyTestHasOneOfItsOwn() {
            assertThat(SEEN.add(own.getEndpoint())).isTrue();
            assertThat(own.getAccessKeyId()).isEqualTo("AKIDCAROL");
            assertThat(own.getSecretAccessKey()).isEqualTo("carolsSecret");
            assertThat(own.clientEnvironment())
                    .containsEntry(
                            "AWS_ENDPOINT_URL_BEDROCK_AGENTCORE",
                            own.getEndpoint().toString());
        }
    }

    @Test
    void theGatewayHasItsOwnPortAndPolicy() {
        assertThat(SHARED.getGatewayEndpoint()).isNotEqualTo(SHARED.getEndpoint());
        SHARED.attachGatewayPolicy("{\"Statement\": []}");
        assertThat(SHARED.getConsoleUri().getPort()).isPositive();
    }
}
