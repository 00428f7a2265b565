package io.plsim.policy.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.MalformedRequestException;
import io.plsim.policy.request.RequestJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@code decisions.json}: the cases of one policy; unknown fields fail. */
public record PolicyCaseFile(List<PolicyCase> cases) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

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
            throw new MalformedRequestException("the case file is not JSON: " + malformed.getOriginalMessage());
        }
        only(root, "the case file", Set.of("cases"));
        List<PolicyCase> cases = new ArrayList<>();
        for (JsonNode one : root.path("cases")) {
            cases.add(policyCase(one, "case " + (cases.size() + 1)));
        }
        return new PolicyCaseFile(cases);
    }

    private static PolicyCase policyCase(JsonNode json, String place) throws MalformedRequestException {
        only(json, place, Set.of("name", "request", "expect"));
        JsonNode expect = json.path("expect");
        only(expect, place + ": expect", Set.of("outcome", "decidedBy"));
        List<Integer> decidedBy = new ArrayList<>();
        expect.path("decidedBy").forEach(index -> decidedBy.add(index.asInt()));
        String name = json.path("name").asText("");
        if (name.isEmpty() || !json.has("request")) {
            throw new MalformedRequestException(place + " needs a name, a request and what to expect");
        }
        return new PolicyCase(
                name,
                RequestJson.read(json.get("request"), Readings.DEFAULT),
                new Decision(outcome(expect.path("outcome").asText(""), place), decidedBy));
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
