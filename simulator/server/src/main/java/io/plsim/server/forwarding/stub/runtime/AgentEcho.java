package io.plsim.server.forwarding.stub.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.Accepts;
import io.plsim.server.forwarding.stub.exchange.ServerSentEvents;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An agent that answers what it was asked, by whom and in which session. */
public final class AgentEcho {
    /** A body up to here is looked at; of a longer one, or of one that is no JSON, the beginning is echoed as text. */
    private static final int MAX_JSON_BYTES = 1 << 20;

    private static final int MAX_ECHOED_CHARS = 4096;

    private AgentEcho() {}

    /** What a body says, when it is JSON and not too long; the rest of a long body is read and dropped. */
    record Payload(Optional<JsonNode> json, String text) {
        static Payload read(StubRequest request) throws IOException {
            try (InputStream in = request.inbound().body().open()) {
                byte[] bytes = in.readNBytes(MAX_JSON_BYTES + 1);
                in.transferTo(OutputStream.nullOutputStream());
                String text = new String(bytes, StandardCharsets.UTF_8);
                return new Payload(
                        bytes.length > MAX_JSON_BYTES ? Optional.empty() : StubRequest.parse(bytes),
                        text.substring(0, Math.min(text.length(), MAX_ECHOED_CHARS)));
            }
        }

        JsonNode prompt() {
            return json.filter(JsonNode::isObject)
                    .map(body -> body.get("prompt"))
                    .orElseGet(() -> TextNode.valueOf(text));
        }
    }

    /** The echo of a request whose body has not been read. */
    public static Answer answer(StubRequest request, String sessionId) throws IOException {
        return answer(request, sessionId, Payload.read(request));
    }

    static Answer answer(StubRequest request, String sessionId, Payload payload) {
        ObjectNode echo = JsonNodeFactory.instance.objectNode();
        echo.set("prompt", payload.prompt());
        echo.put("sessionId", sessionId);
        echo.putObject("caller")
                .put("kind", request.caller().kind().text())
                .put("arn", request.caller().arn().orElse(null));
        if (!Accepts.of(request).eventStreamFirst()) {
            return Answer.json(200, echo.toString());
        }
        return ServerSentEvents.answer(List.of(event("start"), echo, event("stop")));
    }

    private static ObjectNode event(String name) {
        return JsonNodeFactory.instance.objectNode().put("event", name);
    }
}
