package io.plsim.policy.cases;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.MalformedRequestException;
import io.plsim.policy.request.RequestJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@code decisions.json}: the cases of one policy; unknown fields and duplicate keys fail. */
public record PolicyCaseFile(List<PolicyCase> cases) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    public PolicyCaseFile {
        cases = List.copyOf(cases);
    }

    /**
     * Reads a file's text.
     *
     * @throws MalformedRequestException naming the case and the field
     */
    public static PolicyCaseFile read(String json) throws MalformedRequestException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new MalformedRequestException("the case file is not JSON at line "
                    + malformed.getLocation().getLineNr() + ": "
                    + malformed.getOriginalMessage().lines().findFirst().orElse(""));
        }
        only(root, "the case file", Set.of("cases"));
        if (!root.path("cases").isArray()) {
            throw new MalformedRequestException("the case file has no list \"cases\"");
        }
        List<PolicyCase> cases = new ArrayList<>();
        for (JsonNode one : root.get("cases")) {
            cases.add(policyCase(one, cases.size() + 1));
        }
        return new PolicyCaseFile(cases);
    }

    private static PolicyCase policyCase(JsonNode json, int number) throws MalformedRequestException {
        String place = "case " + number;
        only(json, place, Set.of("name", "request", "expect"));
        String name = json.path("name").asText("");
        if (!json.path("name").isTextual() || name.isEmpty() || !json.has("request") || !json.has("expect")) {
            throw new MalformedRequestException(place + " needs a name, a request and what to expect");
        }
        place += " (" + name + ")";
        JsonNode expect = json.get("expect");
        only(expect, place + ": expect", Set.of("outcome", "decidedBy"));
        Expectation expectation =
                new Expectation(outcome(expect.path("outcome").asText(""), place), decidedBy(expect, place));
        try {
            return new PolicyCase(name, RequestJson.read(json.get("request"), Readings.DEFAULT), expectation);
        } catch (MalformedRequestException malformed) {
            throw new MalformedRequestException(place + ": " + malformed.getMessage());
        }
    }

    private static Optional<List<Integer>> decidedBy(JsonNode expect, String place) throws MalformedRequestException {
        if (!expect.has("decidedBy")) {
            return Optional.empty();
        }
        List<Integer> statements = new ArrayList<>();
        for (JsonNode index : expect.get("decidedBy")) {
            if (!index.isInt() || index.asInt() < 0) {
                throw new MalformedRequestException(place + ": decidedBy is a list of statement indices from 0");
            }
            statements.add(index.asInt());
        }
        if (!expect.get("decidedBy").isArray()) {
            throw new MalformedRequestException(place + ": decidedBy is a list of statement indices from 0");
        }
        return Optional.of(statements.stream().sorted().toList());
    }

    private static Outcome outcome(String text, String place) throws MalformedRequestException {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.text().equals(text)) {
                return outcome;
            }
        }
        throw new MalformedRequestException(
                place + ": outcome is \"" + text + "\"; it must be allowed, explicitDeny or implicitDeny");
    }

    private static void only(JsonNode json, String place, Set<String> known) throws MalformedRequestException {
        if (!json.isObject()) {
            throw new MalformedRequestException(place + " must be a JSON object");
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!known.contains(field.getKey())) {
                throw new MalformedRequestException(place + " has no field \"" + field.getKey() + "\"");
            }
        }
    }
}
