package io.plsim.server.forwarding.stub.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import java.util.Set;

/** What a browser answers to an action: success, and a tiny picture where one was asked for. */
final class BrowserActions {
    private static final Set<String> ACTIONS = Set.of(
            "mouseClick", "mouseMove", "mouseDrag", "mouseScroll", "keyType", "keyPress", "keyShortcut", "screenshot");

    /** One transparent pixel as PNG, in base64. */
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private BrowserActions() {}

    static ObjectNode result(ObjectNode action) throws StubRefusal {
        if (action.size() != 1) {
            throw StubRefusal.constraint("action", "have exactly one member");
        }
        String name = action.fieldNames().next();
        if (!ACTIONS.contains(name)) {
            throw StubRefusal.constraint("action", "be one of the actions of the service model");
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode outcome = result.putObject(name).put("status", "SUCCESS");
        if (name.equals("screenshot")) {
            outcome.put("data", PIXEL);
        }
        return result;
    }
}
