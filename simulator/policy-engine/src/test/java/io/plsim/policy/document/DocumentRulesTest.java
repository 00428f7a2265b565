package io.plsim.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What AWS stores and what it refuses, as a table: a policy and the codes of its errors, none where it is stored. */
class DocumentRulesTest {
    @ParameterizedTest(name = "rule {0}: {1}")
    @CsvFileSource(
            resources = "/document-rules.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            maxCharsPerColumn = 8192)
    @DisplayName("rules of policy documents")
    void ruleHolds(String rule, String what, String type, String policy, String errors) {
        List<String> expected = errors == null ? List.of() : List.of(errors.split(" "));
        assertThat(PolicyReader.parse(policy, PolicyType.of(type).orElseThrow()).findings())
                .as("rule %s: %s", rule, what)
                .extracting(PolicyFinding::code)
                .isEqualTo(expected);
    }
}
