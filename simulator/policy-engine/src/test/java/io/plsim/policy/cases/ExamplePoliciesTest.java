package io.plsim.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.lint.PolicyLinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExamplePoliciesTest {
    private static final Path POLICIES = Path.of(System.getProperty("plsim.repository"), "policies");

    @TestFactory
    List<DynamicTest> everyExampleDecidesAsItsCasesSay() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : folders()) {
            PolicyEvaluator policy = PolicyEvaluator.compile(
                    PolicyReader.read(Files.readString(folder.resolve("policy.json")), PolicyType.ENDPOINT),
                    Readings.DEFAULT);
            for (PolicyCase one : PolicyCaseFile.read(Files.readString(folder.resolve("decisions.json")))
                    .cases()) {
                tests.add(dynamicTest(
                        folder.getFileName() + ": " + one.name(),
                        () -> assertThat(one.failure(policy)).isEmpty()));
            }
        }
        assertThat(tests).hasSizeGreaterThan(80);
        return tests;
    }

    @Test
    void everyExampleHasAtLeastEightCasesAndAReadme() throws Exception {
        for (Path folder : folders()) {
            assertThat(PolicyCaseFile.read(Files.readString(folder.resolve("decisions.json")))
                            .cases())
                    .as(folder.toString())
                    .hasSizeGreaterThanOrEqualTo(8);
            assertThat(folder.resolve("README.md")).exists();
        }
    }

    @TestFactory
    List<DynamicTest> thePrintedFormIsRefusedAndEveryDoubledColonIsRepaired() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : folders()) {
            Path printed = folder.resolve("as-printed.json");
            if (Files.exists(printed)) {
                tests.add(dynamicTest(folder.getFileName().toString(), () -> repaired(Files.readString(printed))));
            }
        }
        assertThat(tests).hasSize(8);
        return tests;
    }

    private static void repaired(String json) {
        InvalidPolicyException refused =
                catchThrowableOfType(InvalidPolicyException.class, () -> PolicyReader.read(json, PolicyType.ENDPOINT));
        int doubled = json.split("arn:aws::", -1).length - 1;
        assertThat(refused.findings()).hasSize(doubled).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("MALFORMED_ARN");
            assertThat(finding.fix()).startsWith("arn:aws:").doesNotContain("arn:aws::");
            assertThat(finding.location()).startsWith("/Statement/");
        });
    }

    @Test
    void thePrefixOfThePrintedGatewayExampleIsAWarningThatSaysWhyItMatchesNothing() throws IOException {
        String json = Files.readString(POLICIES.resolve("gateway/as-printed.json"));
        List<PolicyFinding> findings = PolicyLinter.lint(json, PolicyType.ENDPOINT);
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("FOREIGN_SERVICE_PREFIX");
            assertThat(finding.severity().text()).isEqualTo("warning");
            assertThat(finding.fix()).isEqualTo("bedrock-agentcore:InvokeGateway");
            assertThat(finding.message()).contains("matches nothing");
        });
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(POLICIES)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}
