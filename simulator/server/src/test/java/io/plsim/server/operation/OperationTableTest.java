package io.plsim.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of operations that people read is the catalogue itself. After a change of the catalogue write it anew with
 * {@code mvn -pl simulator/server -am test -Dtest=OperationTableTest -Dplsim.write=true}.
 */
class OperationTableTest {
    private static final Path PAGE = Path.of(System.getProperty("plsim.repository"), "docs", "operations.md");

    /** What the questions of the default readings are marked with in the catalogue. */
    private static final Set<String> DEFAULT_READINGS = Set.of("ON_BROWSER", "AS_INVOKE_GATEWAY");

    private static final String HEAD = """
            # Operations

            What a request means: its operation, and the questions that the endpoint policy is asked. Written from the catalogue
            (`operations.json` of the server) by `OperationTableTest`; questions that a reading of
            [fidelity.md](fidelity.md) adds are left out. Control-plane operations are known too: they answer
            `UnknownOperationException`, and the record says `CONTROL_PLANE_OPERATION`.

            | operation | request | asked: action on resource |
            | --- | --- | --- |
            """;

    @Test
    void thePageOfOperationsSaysWhatTheCatalogueSays() throws IOException {
        JsonNode catalogue = catalogue();
        StringBuilder page = new StringBuilder(HEAD);
        for (JsonNode operation : catalogue.get("operations")) {
            page.append(row(operation));
        }
        page.append("\nNot modelled, and refused as unknown:\n\n");
        for (JsonNode left : catalogue.get("notModelled")) {
            page.append("- ")
                    .append(left.get("name").textValue())
                    .append(": ")
                    .append(left.get("reason").textValue())
                    .append('\n');
        }
        if (Boolean.getBoolean("plsim.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    private static String row(JsonNode operation) {
        List<String> requests = new ArrayList<>();
        operation.get("requests").forEach(request -> requests.add("`" + request.textValue() + "`"));
        Set<String> questions = new TreeSet<>();
        for (JsonNode question : operation.get("questions")) {
            JsonNode reading = question.at("/when/reading");
            if (reading.isMissingNode() || DEFAULT_READINGS.contains(reading.textValue())) {
                questions.add(question(question));
            }
        }
        return "| " + operation.get("name").textValue() + " | " + String.join("<br>", requests) + " | "
                + questions.stream().collect(Collectors.joining("<br>")) + " |\n";
    }

    private static String question(JsonNode question) {
        String action = question.get("action").textValue().replace("bedrock-agentcore:", "");
        return action + " on " + question.get("resource").textValue() + condition(question.path("when"));
    }

    /** When a question is asked only of some requests. */
    private static String condition(JsonNode when) {
        if (when.has("present")) {
            String[] source = when.get("present").textValue().split(":", 2);
            return source[0].equals("header")
                    ? ", with the header " + source[1]
                    : ", with " + source[1].substring(1) + " in the body";
        }
        return when.has("is") ? ", for " + when.at("/is/body:~1method").textValue() : "";
    }

    private static JsonNode catalogue() throws IOException {
        try (InputStream in = OperationCatalog.class.getResourceAsStream("operations.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        }
    }
}
