package io.plsim.server.forwarding.stub.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.EventStream;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A harness whose model repeats the last text it was given. */
public final class HarnessStubs implements PrimitiveStubs {
    private static final String NOTHING_SAID = "(no text)";

    @Override
    public Map<String, Stub> stubs() {
        return Map.of("InvokeHarness", HarnessStubs::invoke);
    }

    @Override
    public void reset() {}

    private static Answer invoke(StubRequest request) throws IOException, StubRefusal {
        request.requiredQuery("harnessArn");
        if (request.header(RuntimeHeaders.SESSION).isEmpty()) {
            throw StubRefusal.constraint("runtimeSessionId", "not be null");
        }
        String text = lastText(request.json().requiredArray("messages"));
        ObjectNode delta = block();
        delta.putObject("delta").put("text", text);
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.putObject("usage")
                .put("inputTokens", text.length())
                .put("outputTokens", text.length())
                .put("totalTokens", 2 * text.length());
        metadata.putObject("metrics").put("latencyMs", 0);
        return EventStream.answer(List.of(
                EventStream.event(
                        "messageStart", JsonNodeFactory.instance.objectNode().put("role", "assistant")),
                EventStream.event("contentBlockDelta", delta),
                EventStream.event("contentBlockStop", block()),
                EventStream.event(
                        "messageStop", JsonNodeFactory.instance.objectNode().put("stopReason", "end_turn")),
                EventStream.event("metadata", metadata)));
    }

    private static ObjectNode block() {
        return JsonNodeFactory.instance.objectNode().put("contentBlockIndex", 0);
    }

    private static String lastText(ArrayNode messages) {
        String last = NOTHING_SAID;
        for (JsonNode message : messages) {
            for (JsonNode content : message.path("content")) {
                String text = content.path("text").asText();
                last = text.isEmpty() ? last : text;
            }
        }
        return last;
    }
}
