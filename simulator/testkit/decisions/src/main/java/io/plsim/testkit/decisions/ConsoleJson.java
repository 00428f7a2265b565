package io.plsim.testkit.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.testkit.decisions.RecordedDecision.Question;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The console API's JSON as this package's values; the only place that sees Jackson. */
final class ConsoleJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ConsoleJson() {}

    static List<RecordedDecision> decisions(String json) {
        List<RecordedDecision> decisions = new ArrayList<>();
        tree(json).forEach(record -> decisions.add(decision(record)));
        Collections.reverse(decisions);
        return List.copyOf(decisions);
    }

    private static RecordedDecision decision(JsonNode record) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode question : record.path("questions")) {
            List<Integer> decidedBy = new ArrayList<>();
            question.path("decidedBy").forEach(index -> decidedBy.add(index.asInt()));
            questions.add(new Question(
                    question.path("action").asText(),
                    question.path("resource").asText(),
                    question.path("outcome").asText(),
                    decidedBy));
        }
        Map<String, List<String>> context = new LinkedHashMap<>();
        record.path("context").properties().forEach(key -> context.put(key.getKey(), texts(key.getValue())));
        return new RecordedDecision(
                record.path("id").asText(),
                record.path("sequence").asLong(),
                Instant.parse(record.path("time").asText()),
                record.path("endpointId").asText(),
                text(record.path("caller").path("kind")),
                text(record.path("caller").path("arn")),
                text(record.path("operation")),
                questions,
                context,
                text(record.path("outcome")),
                record.path("httpStatus").asInt(),
                text(record.path("errorType")),
                record.path("stage").asText(),
                text(record.path("summary")));
    }

    static Explanation explanation(String json) {
        JsonNode explanation = tree(json);
        List<String> nearest = new ArrayList<>();
        List<String> deciding = new ArrayList<>();
        for (JsonNode question : explanation.path("questions")) {
            JsonNode statements = question.path("statements");
            if (question.path("nearest").isInt()) {
                nearest.add(label(statements, question.path("nearest").asInt()));
            }
            question.path("decidedBy").forEach(index -> deciding.add(label(statements, index.asInt())));
        }
        return new Explanation(explanation.path("text").asText(), nearest, deciding);
    }

    /** A statement's Sid, or its number from 1 where it has none. */
    private static String label(JsonNode statements, int index) {
        String sid = text(statements.path(index).path("sid"));
        return sid == null || sid.isEmpty() ? "statement " + (index + 1) : sid;
    }

    static List<String> findings(String json, String source) {
        List<String> lines = new ArrayList<>();
        for (JsonNode finding : tree(json).path("findings")) {
            if (finding.path("severity").asText().equals("error")) {
                String fix = text(finding.path("fix"));
                lines.add(source + ":" + finding.path("line").asInt() + ":"
                        + finding.path("column").asInt() + ": "
                        + finding.path("code").asText() + " at "
                        + finding.path("location").asText() + ": "
                        + finding.path("message").asText()
                        + (fix == null ? "" : " Fix: " + fix));
            }
        }
        return lines;
    }

    static String token(String json) {
        return tree(json).path("access_token").asText();
    }

    static Optional<String> endpointId(String json, String service) {
        for (JsonNode endpoint : tree(json)) {
            if (endpoint.path("service").asText().endsWith("." + service)) {
                return Optional.of(endpoint.path("id").asText());
            }
        }
        return Optional.empty();
    }

    static Optional<URI> tlsUrl(String json) {
        for (JsonNode endpoint : tree(json)) {
            String url = text(endpoint.path("tlsUrl"));
            if (url != null) {
                return Optional.of(URI.create(url));
            }
        }
        return Optional.empty();
    }

    private static List<String> texts(JsonNode value) {
        if (!value.isArray()) {
            return List.of(value.asText());
        }
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("plsim's console did not answer JSON: " + json, malformed);
        }
    }
}
