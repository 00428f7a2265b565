package io.plsim.server.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.policy.request.MalformedRequestException;
import io.plsim.policy.request.RequestJson;
import java.util.Set;

/** One evaluation request as JSON, answered as JSON: the same for the console, the batch command and the cases. */
public final class Evaluation {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> FIELDS = Set.of("id", "policyType", "policy", "request");

    private final Readings readings;

    public Evaluation(Readings readings) {
        this.readings = readings;
    }

    /** The answer; {@code decided} is false when there is none but an error. */
    public record Result(boolean decided, ObjectNode json) {}

    public Result of(String text, boolean statements) {
        JsonNode body;
        try {
            body = MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            return error("malformedRequest", "the request is not JSON: " + malformed.getOriginalMessage());
        }
        try {
            return decide(body, statements);
        } catch (MalformedRequestException malformed) {
            return error("malformedRequest", String.valueOf(malformed.getMessage()));
        } catch (InvalidPolicyException invalid) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("id", body.path("id").isMissingNode() ? null : body.get("id"));
            json.put("error", "invalidPolicy");
            json.set("findings", ExplanationJson.write(invalid.findings()));
            return new Result(false, json);
        }
    }

    private Result decide(JsonNode body, boolean statements) throws MalformedRequestException, InvalidPolicyException {
        if (!body.isObject() || !body.has("policy") || !body.has("request")) {
            throw new MalformedRequestException("send {\"policy\": {...}, \"request\": {...}}");
        }
        for (var field : body.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw new MalformedRequestException("unknown field \"" + field.getKey() + "\"; there are " + FIELDS);
            }
        }
        PolicyType type = PolicyType.of(body.path("policyType").asText("endpoint"))
                .orElseThrow(() ->
                        new MalformedRequestException("\"policyType\" is endpoint, resource or identity"));
        String policy = body.get("policy").isTextual()
                ? body.get("policy").asText()
                : body.get("policy").toPrettyString();
        PolicyEvaluator evaluator = PolicyEvaluator.compile(PolicyReader.read(policy, type), readings);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("id", body.path("id").isMissingNode() ? null : body.get("id"));
        json.setAll(ExplanationJson.write(evaluator.explain(RequestJson.read(body.get("request"), readings)), statements));
        return new Result(true, json);
    }

    private static Result error(String code, String message) {
        return new Result(
                false,
                JsonNodeFactory.instance.objectNode().put("error", code).put("message", message));
    }
}
