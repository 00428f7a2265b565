package io.plsim.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintCommandTest {
    private static final Path POLICIES = Path.of(System.getProperty("plsim.repository"), "policies");
    private static final Path PRINTED = POLICIES.resolve("gateway/as-printed.json");
    private static final Path CLEAN = POLICIES.resolve("gateway/policy.json");

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("p.json"), text);
    }

    @ParameterizedTest
    @CsvSource({"error, 0", "warning, 0", "note, 3"})
    void aPolicyWithANoteFailsAtTheLevelOfNotesOnly(String level, int exit) {
        assertThat(Command.run("lint", CLEAN, "--fail-level", level).exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "warning", "note"})
    void aPolicyThatCannotBeAttachedFailsAtEveryLevel(String level) {
        assertThat(Command.run("lint", PRINTED, "--fail-level", level).exit()).isEqualTo(3);
    }

    @Test
    void everyExampleIsCleanAtTheLevelOfWarnings() throws IOException {
        try (var folders = Files.list(POLICIES)) {
            for (Path example : folders.filter(Files::isDirectory).sorted().toList()) {
                Command lint = Command.run("lint", example.resolve("policy.json"), "--fail-level", "warning");
                assertThat(lint.exit()).as(lint.out()).isZero();
            }
        }
    }

    @Test
    void textNamesFileLineColumnSeverityCodePlaceAndFix() {
        Command lint = Command.run("lint", PRINTED);
        assertThat(lint.out())
                .contains(
                        PRINTED + ":9:19: error MALFORMED_ARN at /Statement/0/Resource: ",
                        "    fix: arn:aws:bedrock-agentcore:us-east-1::gateway/my-gateway",
                        PRINTED + ": 1 error, 2 warnings, 1 note");
        assertThat(lint.err()).isEmpty();
    }

    @Test
    void jsonHasOneListOfFindingsForAllFiles() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(
                        Command.run("lint", PRINTED, CLEAN, "--format", "json").out());
        assertThat(json.get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("file").asText()).isEqualTo(PRINTED.toString());
            assertThat(finding.get("severity").asText()).isEqualTo("error");
            assertThat(finding.get("code").asText()).isEqualTo("MALFORMED_ARN");
            assertThat(finding.get("location").asText()).isEqualTo("/Statement/0/Resource");
            assertThat(finding.get("line").asInt()).isEqualTo(9);
            assertThat(finding.get("column").asInt()).isEqualTo(19);
        });
        assertThat(json.findValuesAsText("file")).contains(CLEAN.toString());
    }

    @Test
    void sarifIsOneLogWhateverElseIsPrinted() throws IOException {
        Path copy = file(Files.readString(PRINTED));
        Command lint = Command.run("lint", copy, "--fix", "--format", "sarif");
        assertThat(new ObjectMapper().readTree(lint.out()).get("version").asText())
                .isEqualTo("2.1.0");
        assertThat(lint.err()).contains("+        \"bedrock-agentcore:InvokeGateway\"");
    }

    @Test
    void fixRewritesTheFileShowsTheDifferenceAndIsDoneAfterOnce() throws IOException {
        Path copy = file(Files.readString(PRINTED));
        Command first = Command.run("lint", "--fix", copy);
        assertThat(first.exit()).isZero();
        assertThat(first.out())
                .contains("--- " + copy, "+++ " + copy, "@@ -4,9 +4,9 @@")
                .contains("-        \"bedrock:InvokeGateway\"", "+        \"bedrock-agentcore:InvokeGateway\"")
                .contains("INVALID_ACCOUNT");
        String repaired = Files.readString(copy);
        Command second = Command.run("lint", "--fix", copy);
        assertThat(second.out()).doesNotContain("@@");
        assertThat(copy).hasContent(repaired);
    }

    @Test
    void theConfigurationTellsWhichResourcesTakeTokensOnly() throws IOException {
        Path config = Files.writeString(
                folder.resolve("plsim.yaml"),
                "resources:\n  gateways:\n    - {id: my-gateway-0123456789, authorizerType: CUSTOM_JWT}\n");
        Path policy = file(
                Files.readString(CLEAN).replace("\"Principal\": \"*\"", "\"Principal\": {\"AWS\": \"111122223333\"}"));
        assertThat(Command.run("lint", policy).out()).doesNotContain("OAUTH_ONLY_RESOURCE");
        assertThat(Command.run("lint", policy, "--config", config).out()).contains("OAUTH_ONLY_RESOURCE");
    }

    @Test
    void thePolicyTypeDecidesWhatIsMissing() throws IOException {
        Path policy = file(
                "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
        assertThat(Command.run("lint", policy).exit()).isEqualTo(3);
        assertThat(Command.run("lint", policy, "--policy-type", "identity").exit())
                .isZero();
    }

    @Test
    void aFileThatCannotBeReadIsOneSentenceAndTheOthersAreLinted() throws IOException {
        Command lint = Command.run("lint", folder.resolve("none.json"), CLEAN);
        assertThat(lint.exit()).isEqualTo(3);
        assertThat(lint.err()).isEqualTo(folder.resolve("none.json") + " does not exist; check the path.\n");
        assertThat(lint.out()).contains(CLEAN + ": 0 errors");
        Path bytes = Files.write(folder.resolve("b.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(Command.run("lint", bytes).err()).contains("is not UTF-8 text");
        assertThat(Command.run("lint", folder).err()).contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lint",
                "lint F --fail-level bad",
                "lint F --format xml",
                "lint F --policy-type x",
                "lint F --bogus"
            })
    void wrongUsageIsOneSentenceThatNamesTheHelp(String words) {
        Command lint = Command.run((Object[]) words.split(" "));
        assertThat(lint.exit()).isEqualTo(2);
        assertThat(lint.err().lines()).singleElement().asString().endsWith("see plsim lint --help.");
    }

    @Test
    void controlCharactersOfAPolicyDoNotReachTheTerminal() throws IOException {
        Path policy = file(
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"x\\u001b[31m:y\\nz\", \"Resource\": \"*\"}}");
        assertThat(Command.run("lint", policy).out()).doesNotContain("\u001b").contains("x?[31m:y?z");
    }
}
