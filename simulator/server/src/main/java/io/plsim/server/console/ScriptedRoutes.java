package io.plsim.server.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.scripted.ScriptedAnswers;
import java.util.List;

/** Answers that a test prescribes: what is still to be given, one more, none any longer. */
final class ScriptedRoutes {
    private static final String PATH = "/api/scripted-answers";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ScriptedAnswers scripted;

    ScriptedRoutes(ScriptedAnswers scripted) {
        this.scripted = scripted;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                new ConsoleRoute("GET", PATH, request -> list()),
                new ConsoleRoute("POST", PATH, this::add),
                new ConsoleRoute("DELETE", PATH, request -> {
                    scripted.clear();
                    return list();
                }));
    }

    private Answer list() {
        return ConsoleAnswers.json(200, JSON.valueToTree(scripted.list()));
    }

    private Answer add(ConsoleRequest request) {
        try {
            JsonNode answer = JSON.readTree(request.text());
            scripted.add(answer);
            return list();
        } catch (JsonProcessingException malformed) {
            return ConsoleAnswers.message(400, "The body is not JSON.");
        } catch (IllegalArgumentException wrong) {
            return ConsoleAnswers.message(400, "The scripted answer cannot be taken: " + wrong.getMessage() + ".");
        }
    }
}
