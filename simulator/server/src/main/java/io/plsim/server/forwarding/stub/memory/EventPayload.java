package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import java.util.Set;

/** What an event carries: turns of a conversation and blobs of any JSON. */
final class EventPayload {
    private static final int MAX_ITEMS = 100;
    private static final Set<String> ROLES = Set.of("ASSISTANT", "USER", "TOOL", "OTHER");

    private EventPayload() {}

    /** The same payload, if an SDK could read it back. */
    static ArrayNode checked(ArrayNode payload) throws StubRefusal {
        if (payload.size() > MAX_ITEMS) {
            throw StubRefusal.constraint("payload", "have length less than or equal to " + MAX_ITEMS);
        }
        for (JsonNode item : payload) {
            boolean turn = item.has("conversational");
            if (!item.isObject() || item.size() != 1 || !(turn || item.has("blob"))) {
                throw StubRefusal.constraint("payload", "have exactly one of conversational and blob");
            }
            if (turn) {
                checkTurn(new JsonInput((ObjectNode) item).requiredObject("conversational"));
            }
        }
        return payload;
    }

    private static void checkTurn(ObjectNode turn) throws StubRefusal {
        JsonInput input = new JsonInput(turn);
        if (!ROLES.contains(input.requiredText("role"))) {
            throw StubRefusal.constraint("role", "satisfy enum value set: [ASSISTANT, USER, TOOL, OTHER]");
        }
        new JsonInput(input.requiredObject("content")).requiredText("text");
    }
}
