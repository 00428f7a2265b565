package io.plsim.testkit.junit;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static io.plsim.testkit.decisions.DecisionAssertions.implicitDeny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plsim.testkit.decisions.AwsSdkClients;
import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.AccessDeniedException;

/** The README's example, word for word, and that it is. */
class ReadmeTest {
    @Nested
    @PrivateLinkEndpoint(policy = "classpath:policies/alice-only.json")
    class AgentTest {
        private static final String AGENT = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/myAgent";

        @Test
        void bobIsNotAllowed(AwsSdkClients sdk, Decisions decisions) {
            BedrockAgentCoreClient bob = sdk.configure(BedrockAgentCoreClient.builder(), SimulatedPrincipal.BOB)
                    .build();

            assertThatThrownBy(() -> bob.invokeAgentRuntimeAsBytes(request -> request.agentRuntimeArn(AGENT)))
                    .isInstanceOf(AccessDeniedException.class);

            assertThat(decisions)
                    .denied("InvokeAgentRuntime")
                    .by(implicitDeny())
                    .nearestStatement("AllowAlice");
        }
    }

    @Test
    void theReadmeShowsExactlyThat() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        String example = readme.substring(readme.indexOf("```java") + "```java".length());
        String code = withoutBlanks(Files.readString(Path.of("src/test/java/io/plsim/testkit/junit/ReadmeTest.java")));
        List<String> lines =
                example.substring(0, example.indexOf("```")).lines().toList();
        assertThat(lines).hasSizeBetween(15, 25);
        assertThat(code).contains(withoutBlanks(String.join("\n", lines)));
    }

    private static String withoutBlanks(String code) {
        return code.replaceAll("\\s", "");
    }
}
