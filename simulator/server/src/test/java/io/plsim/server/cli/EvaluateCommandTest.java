package io.plsim.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path POLICIES = Path.of(System.getProperty("plsim.repository"), "policies");
    private static final Path MIXED = POLICIES.resolve("runtime-mixed-iam-and-oauth/policy.json");
    private static final String AGENT = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent";
    private static final String INVOKE = "bedrock-agentcore:InvokeAgentRuntime";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"oauth, 1, 1", "oauth, 2, 0", "anonymous, 1, 1", "arn:aws:iam::111122223333:user/alice, 1, 0"})
    void theExitCodeIsTheDecision(String principal, int agent, int exit) {
        Command evaluate = Command.run(
                "evaluate",
                "--policy",
                MIXED,
                "--principal",
                principal,
                "--action",
                INVOKE,
                "--resource",
                AGENT + agent);
        assertThat(evaluate.exit()).isEqualTo(exit);
        assertThat(evaluate.err()).isEmpty();
        assertThat(evaluate.out()).isNotEmpty();
    }

    @Test
    void jsonIsTheDecisionOfTheContract() throws IOException {
        Command evaluate = Command.run(
                "evaluate",
                "--policy",
                MIXED,
                "--principal",
                "oauth",
                "--action",
                INVOKE,
                "--resource",
                AGENT + 1,
                "--format",
                "json",
                "--context",
                "aws:TagKeys=a",
                "--context",
                "aws:TagKeys=b");
        JsonNode json = MAPPER.readTree(evaluate.out());
        assertThat(json.get("outcome").asText()).isEqualTo("implicitDeny");
        assertThat(json.get("statements")).hasSize(2);
        assertThat(json.get("nearest").asInt()).isZero();
    }

    @Test
    void anInvalidPolicyIsOneSentenceWithFilePlaceAndFix() {
        Path printed = POLICIES.resolve("browser/as-printed.json");
        Command evaluate = Command.run(
                "evaluate", "--policy", printed, "--principal", "oauth", "--action", "a:b", "--resource", "*");
        assertThat(evaluate.exit()).isEqualTo(3);
        assertThat(evaluate.err().lines())
                .singleElement()
                .asString()
                .startsWith(printed + ":6:16: error MALFORMED_ARN at /Statement/0/Principal/AWS: ")
                .contains("write \"arn:aws:iam::111122223333:root\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate",
                "evaluate --policy P --principal oauth --action a:b",
                "evaluate --batch F --policy P",
                "evaluate --batch F --format xml",
                "evaluate --policy P --principal oauth --action a:b --resource * --policy-type x"
            })
    void wrongUsageIsOneSentence(String words) {
        Command evaluate = Command.run((Object[]) words.split(" "));
        assertThat(evaluate.exit()).isEqualTo(2);
        assertThat(evaluate.err().lines()).hasSize(1);
    }

    @Test
    void aPrincipalThatIsNoneIsWrongUsage() {
        Command evaluate = Command.run(
                "evaluate", "--policy", MIXED, "--principal", "nobody", "--action", "a:b", "--resource", "*");
        assertThat(evaluate.exit()).isEqualTo(2);
        assertThat(evaluate.err()).startsWith("--principal nobody: ");
    }

    @Test
    void aBatchAnswersEveryOneOfTenThousandMixedLinesInOrder() throws IOException {
        List<String> expected = new ArrayList<>();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Random random = new Random(42);
        for (int number = 1; number <= 10_000; number++) {
            Line line = Line.random(number, random);
            expected.add(line.answer());
            file.writeBytes(line.bytes());
            file.write('\n');
        }
        Path batch = Files.write(folder.resolve("batch.jsonl"), file.toByteArray());
        Command evaluate = Command.run("evaluate", "--batch", batch);
        assertThat(evaluate.exit()).isEqualTo(3);
        assertThat(evaluate.err()).isEmpty();
        List<String> answers = new ArrayList<>();
        for (String line : evaluate.out().lines().toList()) {
            answers.add(shortened(MAPPER.readTree(line)));
        }
        assertThat(answers).containsExactlyElementsOf(expected);
    }

    /** What a line must answer: its id, and the outcome or the kind of error. */
    private static String shortened(JsonNode answer) {
        if (answer.has("line")) {
            assertThat(answer.get("message").asText()).isNotEmpty();
            assertThat(answer.has("id")).isFalse();
            return answer.get("line").asInt() + " " + answer.get("error").asText();
        }
        assertThat(answer.has("statements")).isFalse();
        return answer.get("id").asText() + " "
                + (answer.has("outcome") ? answer.get("outcome") : answer.get("error")).asText();
    }

    private record Line(byte[] bytes, String answer) {
        static Line random(int number, Random random) {
            return switch (random.nextInt(8)) {
                case 0 -> of("{\"id\": \"cut " + number, number + " malformedRequest");
                case 1 -> of("", number + " malformedRequest");
                case 2 -> new Line(new byte[] {'"', (byte) 0xC3, '"'}, number + " malformedRequest");
                case 3 -> request(number, "Allow", "arn:aws::iam::111122223333:root", "", "invalidPolicy");
                case 4 -> request(number, "Allow", "111122223333", ", \"more\": 1", number + "");
                case 5 -> request(number, "Deny", "111122223333", "", "explicitDeny");
                case 6 -> request(number, "Allow", "444455556666", "", "implicitDeny");
                default -> request(number, "Allow", "111122223333", "", "allowed");
            };
        }

        private static Line request(int number, String effect, String principal, String more, String outcome) {
            String json = "{\"id\": \"id-" + number + "\", \"policy\": {\"Statement\": {\"Effect\": \"" + effect
                    + "\", \"Principal\": {\"AWS\": \"" + principal
                    + "\"}, \"Action\": \"*\", \"Resource\": \"*\"}}, \"request\": {\"principal\": {\"arn\":"
                    + " \"arn:aws:iam::111122223333:user/alice\"}, \"action\": \"" + INVOKE + "\", \"resource\": \""
                    + AGENT + number + "\"}" + more + "}";
            return of(json, more.isEmpty() ? "id-" + number + " " + outcome : number + " malformedRequest");
        }

        private static Line of(String json, String answer) {
            return new Line(json.getBytes(StandardCharsets.UTF_8), answer);
        }
    }

    @Test
    void aBatchOfDecidedLinesEndsWithZeroAndExplainsWhenAsked() throws IOException {
        Line line = Line.request(1, "Allow", "111122223333", "", "allowed");
        Path batch = Files.write(folder.resolve("one.jsonl"), line.bytes());
        assertThat(Command.run("evaluate", "--batch", batch).exit()).isZero();
        JsonNode answer = MAPPER.readTree(
                Command.run("evaluate", "--batch", batch, "--explain").out());
        assertThat(answer.get("statements")).hasSize(1);
        assertThat(answer.get("id").asText()).isEqualTo("id-1");
    }

    @Test
    void aBatchFileThatIsNotThereIsOneSentence() {
        Command evaluate = Command.run("evaluate", "--batch", folder.resolve("none"));
        assertThat(evaluate.exit()).isEqualTo(3);
        assertThat(evaluate.err()).contains("none cannot be read").doesNotContain("Exception");
    }
}
