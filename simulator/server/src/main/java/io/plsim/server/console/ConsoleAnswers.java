package io.plsim.server.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.server.answer.Answer;
import java.util.List;

/** The shapes of console answers; never cached. */
public final class ConsoleAnswers {
    private ConsoleAnswers() {}

    public static Answer json(int status, JsonNode json) {
        return Answer.json(status, json.toString()).with("Cache-Control", "no-store");
    }

    /** An error in one sentence. */
    public static Answer message(int status, String message) {
        return json(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    /** A policy that was refused. */
    public static Answer findings(int status, List<PolicyFinding> findings) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("findings", ExplanationJson.write(findings));
        return json(status, body);
    }
}
