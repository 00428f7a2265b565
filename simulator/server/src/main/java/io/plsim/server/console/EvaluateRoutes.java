package io.plsim.server.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.server.answer.Answer;
import java.util.List;
import java.util.Optional;

/** Offline questions: evaluate one, and lint a policy. */
final class EvaluateRoutes {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Evaluation evaluation;

    EvaluateRoutes(Readings readings) {
        evaluation = new Evaluation(readings);
    }

    List<ConsoleRoute> routes() {
        return List.of(
                new ConsoleRoute("POST", "/api/evaluate", this::evaluate),
                new ConsoleRoute("POST", "/api/lint", this::lint));
    }

    private Answer evaluate(ConsoleRequest request) {
        Evaluation.Result result = evaluation.of(request.text(), true);
        return ConsoleAnswers.json(result.decided() ? 200 : 400, result.json());
    }

    private Answer lint(ConsoleRequest request) {
        try {
            JsonNode body = MAPPER.readTree(request.text());
            Optional<PolicyType> type = PolicyType.of(body.path("policyType").asText("endpoint"));
            if (type.isEmpty() || !body.has("policy")) {
                return ConsoleAnswers.message(
                        400, "Send {\"policy\": {...}, \"policyType\": \"endpoint\" | \"resource\" | \"identity\"}.");
            }
            String policy = body.get("policy").isTextual()
                    ? body.get("policy").asText()
                    : body.get("policy").toPrettyString();
            return ConsoleAnswers.findings(
                    200, PolicyReader.parse(policy, type.get()).findings());
        } catch (JsonProcessingException malformed) {
            return ConsoleAnswers.message(400, "The body is not JSON.");
        }
    }
}
