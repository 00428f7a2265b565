package io.plsim.policy.lint.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.plsim.policy.cases.PolicyCase;
import io.plsim.policy.cases.PolicyCaseFile;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.PolicyLinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFixerTest {
    private static final Path POLICIES = Path.of(System.getProperty("plsim.repository"), "policies");
    private static final String REST = "\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"";

    private static PolicyFixer.Fixed fix(String json) {
        return new PolicyFixer(PolicyType.ENDPOINT, Set.of()).fix(json);
    }

    @TestFactory
    List<DynamicTest> everyPrintedExampleComesOutAttachableAndDecidesLikeTheCorrectedOne() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> folders = Files.list(POLICIES)) {
            for (Path folder : folders.filter(one -> Files.exists(one.resolve("as-printed.json")))
                    .sorted()
                    .toList()) {
                tests.add(dynamicTest(folder.getFileName().toString(), () -> repaired(folder)));
            }
        }
        assertThat(tests).hasSize(8);
        return tests;
    }

    private static void repaired(Path folder) throws Exception {
        String printed = Files.readString(folder.resolve("as-printed.json"));
        PolicyFixer.Fixed fixed = fix(printed);
        assertThat(fixed.remaining()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(fixed.remaining().size())
                .isLessThan(PolicyLinter.lint(printed, PolicyType.ENDPOINT).size());
        assertThat(fix(fixed.text()).text()).isEqualTo(fixed.text());
        // The gateway example names no account, and another gateway than the corrected one: nobody can know those.
        String known = fixed.text()
                .replace("us-east-1::gateway/my-gateway\"", "us-east-1:111122223333:gateway/my-gateway-0123456789\"");
        assertThat(known).isEqualTo(Files.readString(folder.resolve("policy.json")));
        PolicyEvaluator policy =
                PolicyEvaluator.compile(PolicyReader.read(known, PolicyType.ENDPOINT), Readings.DEFAULT);
        for (PolicyCase one : PolicyCaseFile.read(Files.readString(folder.resolve("decisions.json")))
                .cases()) {
            assertThat(one.failure(policy)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"Statement\":{\"Effect\":\"allow\",#}}`|`{\"Statement\":{\"Effect\":\"Allow\",#}}`",
                "`{\"statement\":{\"effect\":\"DENY\",#}}`|`{\"Statement\":{\"Effect\":\"Deny\",#}}`",
                "`{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"111122223333\",\"Action\":\"*\",\"Resource\":\"*\"}}`|`{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\": \"111122223333\"},\"Action\":\"*\",\"Resource\":\"*\"}}`",
                "`{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"lambda.amazonaws.com\",\"Action\":\"*\",\"Resource\":\"*\"}}`|`{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\": \"lambda.amazonaws.com\"},\"Action\":\"*\",\"Resource\":\"*\"}}`",
                "`{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"arn:aws::iam::111122223333:user/a\\\"b\",\"Action\":\"*\",\"Resource\":\"*\"}}`|`{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\": \"arn:aws:iam::111122223333:user/a\\\"b\"},\"Action\":\"*\",\"Resource\":\"*\"}}`",
                "`{\"Statement\":{\"Effect\":\"Allow\",#,\"Condition\":{\"stringequals\":{\"aws:SourceVpc\":\"vpc-1\"}}}}`|`{\"Statement\":{\"Effect\":\"Allow\",#,\"Condition\":{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1\"}}}}`",
            })
    void whatCanOnlyBeMeantOneWayIsWrittenThatWay(String before, String after) {
        PolicyFixer.Fixed fixed = fix(before.replace("#", REST));
        assertThat(fixed.text()).isEqualTo(after.replace("#", REST));
        assertThat(fixed.applied()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Could be attached: requests were judged by it, and the prefix decides.
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"bedrock:InvokeGateway\",\"Resource\":\"arn:aws:bedrock-agentcore:us-east-1:111122223333:gateway/g\"}}",
                // Nobody knows which was meant.
                "{\"Statement\":{\"Effect\":\"Grant\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}",
                "{\"Version\":\"2012-10-18\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"alice\",\"Action\":\"*\",\"Resource\":\"*\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"gateway/g\"}}",
                // Two spellings of one operator: writing both right would make a duplicate key.
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:SourceVpc\":\"a\"},\"stringequals\":{\"aws:SourceVpc\":\"b\"}}}}",
                "{\"Statement\": [",
                ""
            })
    void whatIsNotSureIsLeftAlone(String json) {
        assertThat(fix(json).text()).isEqualTo(json);
    }

    @Test
    void everythingBesideTheFixKeepsItsFormLineEndsIncluded() {
        String before =
                "\t{ \"Statement\" :\r\n [{\"Effect\":\"Allow\", \"Principal\":{\"AWS\":\"arn:aws::iam::111122223333:root\"},\r\n"
                        + "  \"Action\" : [ \"*\" ] , \"Resource\":\"\\u002a\" }]\r\n}\n\n";
        assertThat(fix(before).text()).isEqualTo(before.replace("arn:aws::iam", "arn:aws:iam"));
    }

    @Test
    void theForeignPrefixIsRepairedOnlyBesideAgentCoreResources() {
        String statement =
                "{\"Effect\":\"allow\",\"Principal\":\"*\",\"Action\":\"bedrock:ListSessions\",\"Resource\":\"%s\"}";
        String open = "{\"Statement\":" + statement.formatted("*") + "}";
        assertThat(fix(open).text()).contains("\"Allow\"").contains("bedrock:ListSessions");
        String named = "{\"Statement\":"
                + statement.formatted("arn:aws:bedrock-agentcore:us-east-1:111122223333:memory/m") + "}";
        assertThat(fix(named).text()).contains("bedrock-agentcore:ListSessions");
    }

    @TestFactory
    Stream<DynamicTest> overAllCasesAFixNeverChangesWhatCouldBeAttachedAndASecondRunChangesNothing() {
        return io.plsim.policy.lint.LintCases.policies()
                .map(one -> dynamicTest(one.name(), () -> {
                    List<PolicyFinding> before = PolicyLinter.lint(one.policy(), one.type());
                    PolicyFixer fixer = new PolicyFixer(one.type(), Set.of());
                    PolicyFixer.Fixed fixed = fixer.fix(one.policy());
                    if (before.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
                        assertThat(fixed.text()).isEqualTo(one.policy());
                    }
                    if (!fixed.text().equals(one.policy())) {
                        assertThat(errors(fixed.remaining())).isLessThanOrEqualTo(errors(before));
                        assertThat(fixed.remaining()).hasSizeLessThan(before.size());
                    }
                    assertThat(fixer.fix(fixed.text()).text()).isEqualTo(fixed.text());
                }));
    }

    private static long errors(List<PolicyFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }
}
