package io.plsim.server.awserror;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.inbound.Header;

/** Writes a refusal the way AgentCore does: the type in {@code x-amzn-ErrorType}, the text in the dialect's body. */
public final class ErrorWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What AgentCore puts into JSON-RPC refusals of missing and invalid credentials. */
    private static final int JSON_RPC_UNAUTHORIZED = -32001;

    private ErrorWriter() {}

    public static Answer write(Refusal refusal) {
        Answer answer =
                Answer.json(refusal.status(), body(refusal).toString()).with("x-amzn-ErrorType", refusal.error()
                        .type());
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
            case JSON_RPC_GATEWAY -> body.put("jsonrpc", "2.0").put("id", 0).set("error", jsonRpcError(refusal));
        }
        return body;
    }

    private static ObjectNode jsonRpcError(Refusal refusal) {
        return JSON.objectNode().put("code", JSON_RPC_UNAUTHORIZED).put("message", refusal.message());
    }
}
