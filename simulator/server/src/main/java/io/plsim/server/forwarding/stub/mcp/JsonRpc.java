package io.plsim.server.forwarding.stub.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The envelopes of JSON-RPC 2.0. */
public final class JsonRpc {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonRpc() {}

    /** The answer to a request that went well. */
    public static ObjectNode result(JsonNode id, ObjectNode result) {
        return envelope(id).set("result", result);
    }

    static ObjectNode error(JsonNode id, int code, String message) {
        ObjectNode error =
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
        return envelope(id).set("error", error);
    }

    static String text(Map<String, Object> value) {
        return JSON.valueToTree(value).toString();
    }

    private static ObjectNode envelope(JsonNode id) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        return envelope.set("id", id.isMissingNode() ? NullNode.instance : id);
    }
}
