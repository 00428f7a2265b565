package io.plsim.server.forwarding.stub.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import java.io.IOException;

/** An evaluator that is content with everything: one result for the session of the first span. */
final class EvaluateStub implements Stub {
    private static final String BUILT_IN = "Builtin.";
    /** The dash and ten characters that end the id of an evaluator of one's own. */
    private static final int ID_SUFFIX = 11;

    private final StubSettings settings;

    EvaluateStub(StubSettings settings) {
        this.settings = settings;
    }

    @Override
    public Answer answer(StubRequest request) throws IOException, StubRefusal {
        String evaluator = request.label("evaluatorId");
        JsonNode spans = request.json().requiredObject("evaluationInput").path("sessionSpans");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode result = answer.putArray("evaluationResults").addObject();
        result.put("evaluatorArn", arn(evaluator))
                .put("evaluatorId", evaluator)
                .put("evaluatorName", name(evaluator))
                .put("explanation", "The simulator gives every session the best mark")
                .put("value", 1.0)
                .put("label", "Pass");
        result.putObject("context")
                .putObject("spanContext")
                .put("sessionId", session(spans))
                .put("traceId", spans.path(0).path("traceId").asText("00000000000000000000000000000000"));
        result.putObject("tokenUsage")
                .put("inputTokens", 0)
                .put("outputTokens", 0)
                .put("totalTokens", 0);
        return request.answer(answer);
    }

    private String arn(String evaluator) {
        return evaluator.startsWith(BUILT_IN)
                ? "arn:" + settings.partition() + ":bedrock-agentcore:::evaluator/" + evaluator
                : settings.arn("evaluator/" + evaluator);
    }

    private static String name(String evaluator) {
        return evaluator.startsWith(BUILT_IN) || evaluator.length() <= ID_SUFFIX
                ? evaluator
                : evaluator.substring(0, evaluator.length() - ID_SUFFIX);
    }

    private static String session(JsonNode spans) {
        for (JsonNode span : spans) {
            String session = span.path("attributes").path("session.id").asText();
            if (!session.isEmpty()) {
                return session;
            }
        }
        return "unknown";
    }
}
