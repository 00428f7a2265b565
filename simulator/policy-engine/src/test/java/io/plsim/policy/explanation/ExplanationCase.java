package io.plsim.policy.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.document.Readings.ToolSpellings;
import io.plsim.policy.request.RequestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder below {@code explanations}: {@code case.json} with what to explain, and the text and JSON it must give. */
record ExplanationCase(Path folder, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path ROOT = Path.of("src/test/resources/explanations");

    static List<ExplanationCase> all() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(ExplanationCase::read)
                    .toList();
        }
    }

    private static ExplanationCase read(Path folder) {
        try {
            return new ExplanationCase(
                    folder, MAPPER.readTree(folder.resolve("case.json").toFile()));
        } catch (IOException unreadable) {
            throw new IllegalStateException(folder + "/case.json cannot be read", unreadable);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** What a reader is to learn from the case. */
    String shows() {
        return json.path("shows").asText();
    }

    Path text() {
        return folder.resolve("explanation.txt");
    }

    Path decision() {
        return folder.resolve("decision.json");
    }

    Explanation explanation() throws Exception {
        PolicyType type =
                PolicyType.of(json.path("policyType").asText("endpoint")).orElseThrow();
        boolean both = json.path("readings").path("bothToolSpellings").asBoolean(true);
        Readings readings = new Readings(
                Readings.DEFAULT.awsStar(),
                both ? ToolSpellings.BOTH : ToolSpellings.REFERENCE_ONLY,
                Readings.DEFAULT.oauthPrincipalKeys());
        return PolicyEvaluator.compile(PolicyReader.read(json.get("policy").toPrettyString(), type), readings)
                .explain(RequestJson.read(json.get("request"), readings));
    }

    /** The decision JSON as the file has it: pretty, with a line end at the end. */
    static String pretty(JsonNode json) {
        return json.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }
}
