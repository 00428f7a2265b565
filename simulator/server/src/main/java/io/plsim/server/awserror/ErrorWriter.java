package io.plsim.server.awserror;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.inbound.Header;
import java.nio.charset.StandardCharsets;

/** Writes a refusal the way AgentCore does: the type in {@code x-amzn-ErrorType}, the text in the dialect's body. */
public final class ErrorWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** AgentCore's JSON-RPC codes (developer guide, MCP protocol contract). */
    private static final int JSON_RPC_UNAUTHORIZED = -32001;

    private static final int JSON_RPC_ACCESS_DENIED = -32002;

    private ErrorWriter() {}

    public static Answer write(Refusal refusal) {
        boolean events = refusal.dialect() == ErrorDialect.SSE_AGUI;
        String json = body(refusal).toString();
        Answer answer = (events
                        ? Answer.of(
                                refusal.status(),
                                "text/event-stream",
                                ("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8))
                        : Answer.json(refusal.status(), json))
                .with("x-amzn-ErrorType", refusal.error().type());
        for (Header header : refusal.headers()) {
            answer = answer.with(header.name(), header.value());
        }
        return answer;
    }

    private static ObjectNode body(Refusal refusal) {
        ObjectNode body = JSON.objectNode();
        switch (refusal.dialect()) {
            case REST_JSON -> body.put("message", refusal.message());
            case JSON_RPC_RUNTIME -> body.put("jsonrpc", "2.0").set("error", jsonRpcError(refusal));
            case SSE_AGUI ->
                body.put("type", "RUN_ERROR")
                        .put("code", refusal.error() == AwsError.UNAUTHORIZED ? "UNAUTHORIZED" : "ACCESS_DENIED")
                        .put("message", refusal.message());
            case JSON_RPC_GATEWAY -> body.put("jsonrpc", "2.0").put("id", 0).set("error", jsonRpcError(refusal));
        }
        return body;
    }

    private static ObjectNode jsonRpcError(Refusal refusal) {
        int code = refusal.error() == AwsError.UNAUTHORIZED ? JSON_RPC_UNAUTHORIZED : JSON_RPC_ACCESS_DENIED;
        return JSON.objectNode().put("code", code).put("message", refusal.message());
    }
}
