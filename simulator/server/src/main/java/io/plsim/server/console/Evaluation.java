package io.plsim.server.console;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.MalformedRequestException;
import io.plsim.policy.request.RequestJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One evaluation request as JSON, answered as JSON: the same for the console and the batch command. */
public final class Evaluation {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Numbers of a context compare as they are written, to the last digit.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> FIELDS = Set.of("id", "policyType", "policy", "request");
    private static final int POLICIES_KEPT = 64;

    private final Readings readings;
    private final Map<Source, PolicyEvaluator> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, PolicyEvaluator> eldest) {
            return size() > POLICIES_KEPT;
        }
    };

    private record Source(PolicyType type, String text) {}

    public Evaluation(Readings readings) {
        this.readings = readings;
    }

    /** The answer; {@code decided} is false when there is none but an error. */
    public record Result(boolean decided, ObjectNode json) {
        /** Whether the request itself could not be read. */
        public boolean malformed() {
            return json.path("error").asText().equals("malformedRequest");
        }
    }

    /** Answers one request; {@code statements} adds what every statement says. */
    public Result of(String text, boolean statements) {
        JsonNode id = JsonNodeFactory.instance.nullNode();
        try {
            Map<String, String> members = RawMembers.of(text);
            id = members.containsKey("id") ? json(members, "id") : id;
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("id", id);
            json.setAll(decide(members, statements));
            return new Result(true, json);
        } catch (MalformedRequestException malformed) {
            return new Result(
                    false,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error", "malformedRequest")
                            .put("message", malformed.getMessage()));
        } catch (InvalidPolicyException invalid) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("id", id);
            json.put("error", "invalidPolicy");
            json.set("findings", ExplanationJson.write(invalid.findings()));
            return new Result(false, json);
        }
    }

    private ObjectNode decide(Map<String, String> members, boolean statements)
            throws MalformedRequestException, InvalidPolicyException {
        for (String name : members.keySet()) {
            if (!FIELDS.contains(name)) {
                throw new MalformedRequestException(
                        "there is no field \"" + name + "\"; send id, policyType, policy and request");
            }
        }
        if (!members.containsKey("request")) {
            throw new MalformedRequestException("send {\"policy\": {...}, \"request\": {...}}");
        }
        PolicyType type = policyType(members);
        Source source = new Source(type, policy(members));
        AuthorizationRequest request = RequestJson.read(json(members, "request"), readings);
        return ExplanationJson.write(evaluator(source).explain(request), statements);
    }

    private PolicyEvaluator evaluator(Source source) throws InvalidPolicyException {
        synchronized (compiled) {
            PolicyEvaluator known = compiled.get(source);
            if (known == null) {
                known = PolicyEvaluator.compile(PolicyReader.read(source.text(), source.type()), readings);
                compiled.put(source, known);
            }
            return known;
        }
    }

    /** The type that a request names; endpoint when it names none. */
    static PolicyType policyType(Map<String, String> members) throws MalformedRequestException {
        JsonNode type = members.containsKey("policyType") ? json(members, "policyType") : null;
        return PolicyType.of(type == null ? "endpoint" : String.valueOf(type.textValue()))
                .orElseThrow(() -> new MalformedRequestException("\"policyType\" is endpoint, resource or identity"));
    }

    /** The policy's text as it was sent: an object in place, or a string that holds it. */
    static String policy(Map<String, String> members) throws MalformedRequestException {
        @Nullable String policy = members.get("policy");
        if (policy == null) {
            throw new MalformedRequestException(
                    "send {\"policy\": {...}, \"policyType\": \"endpoint\" | \"resource\" |" + " \"identity\"}");
        }
        return policy.startsWith("\"") ? json(members, "policy").asText() : policy;
    }

    private static JsonNode json(Map<String, String> members, String name) throws MalformedRequestException {
        try {
            return MAPPER.readTree(members.get(name));
        } catch (JsonProcessingException malformed) {
            throw new MalformedRequestException("\"" + name + "\" is not JSON: " + malformed.getOriginalMessage());
        }
    }
}
