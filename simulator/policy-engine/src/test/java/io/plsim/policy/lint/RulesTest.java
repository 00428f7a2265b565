package io.plsim.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.lint.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {
    private static final Map<String, Rules.Description> DESCRIBED =
            Rules.described().stream().collect(Collectors.toMap(Rules.Description::code, Function.identity()));

    @TestFactory
    List<DynamicTest> everyCaseFindsWhatItSaysAtThePlaceThatItSays() {
        List<DynamicTest> tests = new ArrayList<>();
        for (LintCase one : LintCase.all()) {
            tests.add(dynamicTest(one.name(), () -> check(one)));
        }
        return tests;
    }

    private static void check(LintCase one) {
        List<PolicyFinding> found = one.findings().stream()
                .filter(finding -> finding.code().equals(one.code()))
                .toList();
        if (!one.fires()) {
            assertThat(found).as(one.policy()).isEmpty();
            return;
        }
        assertThat(found).as("%s%nfound: %s", one.policy(), one.findings()).anySatisfy(finding -> {
            JsonNode json = one.json();
            assertThat(DESCRIBED)
                    .hasEntrySatisfying(
                            one.code(), rule -> assertThat(finding.severity()).isEqualTo(rule.severity()));
            assertThat(finding.location()).isEqualTo(json.get("at").asText());
            assertThat(finding.message()).endsWith(".").doesNotContain("null", "  ");
            if (json.has("fix")) {
                assertThat(finding.fix()).isEqualTo(json.get("fix").textValue());
            }
            if (json.has("line")) {
                assertThat(finding.line()).isEqualTo(json.get("line").asInt());
            }
            if (json.has("column")) {
                assertThat(finding.column()).isEqualTo(json.get("column").asInt());
            }
        });
    }

    @Test
    void everyCodeHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
        JsonNode codes = LintCase.file().get("codes");
        assertThat(codes.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        Rules.described().stream().map(Rules.Description::code).toList());
        codes.forEach(code -> {
            assertThat(code.get("fires")).isNotEmpty();
            assertThat(code.get("silent")).isNotEmpty();
        });
    }

    /** The newer examples of AWS's page, with ids: discovery for everybody, and nothing of other accounts. */
    @Test
    void theNewerExamplesOfThePageRaiseNoWarning() {
        String runtimes = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/*";
        String policy = """
                {"Statement": [
                  {"Effect": "Allow", "Principal": "*", "Resource": "%s",
                   "Action": ["bedrock-agentcore:InvokeAgentRuntime", "bedrock-agentcore:GetRuntimeProtectedResourceMetadata"]},
                  {"Effect": "Deny", "Principal": "*", "NotResource": "%s",
                   "Action": "bedrock-agentcore:GetRuntimeProtectedResourceMetadata"}]}
                """.formatted(runtimes, runtimes);
        assertThat(PolicyLinter.lint(policy, PolicyType.ENDPOINT))
                .extracting(PolicyFinding::code)
                .containsExactly("MISSING_VERSION");
    }

    @Test
    void everyCodeIsUniqueAndHasASentence() {
        assertThat(DESCRIBED).hasSize(Rules.described().size());
        assertThat(Rules.described()).allSatisfy(rule -> {
            assertThat(rule.code()).matches("[A-Z][A-Z_0-9]+");
            assertThat(rule.sentence()).endsWith(".").doesNotContain(". ");
        });
    }
}
