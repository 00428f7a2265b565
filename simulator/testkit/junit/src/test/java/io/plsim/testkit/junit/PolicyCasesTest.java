package io.plsim.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PolicyCasesTest {
    private static final Path POLICIES = Path.of(System.getProperty("plsim.repository"), "policies");

    @TestFactory
    Stream<DynamicNode> everyExampleOfThisRepositoryDecidesAsItsCasesSay() {
        return PolicyCases.under(POLICIES.toString());
    }

    @Test
    void aWrongCaseFailsWithTheExplanation(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("policy.json"), """
                {"Statement": [{"Sid": "AllowAlice", "Effect": "Allow", "Action": "*", "Resource": "*",
                  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}]}""");
        Files.writeString(folder.resolve("decisions.json"), """
                {"cases": [{"name": "bob passes", "expect": {"outcome": "allowed", "decidedBy": [0]},
                  "request": {"principal": {"arn": "arn:aws:iam::111122223333:user/bob"},
                    "action": "bedrock-agentcore:InvokeAgentRuntime", "context": {},
                    "resource": "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/one"}}]}""");
        assertThat(failure(folder))
                .contains("bob passes: expected allowed by [0], but the policy says implicitDeny by []")
                .contains("The nearest is statement \"AllowAlice\"");
    }

    @Test
    void aPolicyThatCannotBeAttachedFailsWithFileLineAndFix(@TempDir Path folder) throws Exception {
        Files.copy(Path.of("src/test/resources/policies/doubled-colon.json"), folder.resolve("policy.json"));
        Files.writeString(folder.resolve("decisions.json"), "{\"cases\": []}");
        assertThat(failure(folder))
                .contains("policy.json:6:16: MALFORMED_ARN")
                .contains("Fix: arn:aws:iam::111122223333:root");
    }

    @Test
    void noCasesAreNoSuccess(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("policy.json"), "{\"Statement\": []}");
        Files.writeString(folder.resolve("decisions.json"), "{\"cases\": []}");
        assertThat(failure(folder)).contains("has no cases");
    }

    private static String failure(Path folder) {
        Cases.folder = folder.toString();
        return InnerTests.failureOf(Cases.class, "cases()");
    }

    static class Cases {
        static String folder = "";

        @TestFactory
        Stream<DynamicNode> cases() {
            return PolicyCases.under(folder);
        }
    }
}
