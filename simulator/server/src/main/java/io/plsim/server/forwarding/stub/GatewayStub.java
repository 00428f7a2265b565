package io.plsim.server.forwarding.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;

/** A gateway with one tool that echoes, over MCP's streamable HTTP without sessions. */
final class GatewayStub {
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int PARSE_ERROR = -32700;
    private static final String PROTOCOL = "2025-06-18";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String issuer;

    GatewayStub(String issuer) {
        this.issuer = issuer;
    }

    Answer invoke(InboundRequest request, Resolved operation, Caller caller) throws IOException {
        if (!request.method().equals("POST")) {
            // No server-initiated stream and no session to end: MCP lets a server say so.
            return new Answer(405, Headers.of("Allow", "POST"), new AnswerBody.Bytes(new byte[0]));
        }
        JsonNode call;
        try {
            call = MAPPER.readTree(request.body().bytes());
        } catch (JsonProcessingException noJson) {
            return error(MAPPER.nullNode(), PARSE_ERROR, "Parse error");
        }
        if (!call.has("method")) {
            return Answer.json(200, call.toString());
        }
        if (!call.has("id")) {
            return Answer.of(202, "application/json", new byte[0]);
        }
        JsonNode id = call.get("id");
        return switch (call.path("method").asText()) {
            case "initialize" -> result(id, initialize(call));
            case "ping" -> result(id, MAPPER.createObjectNode());
            case "tools/list" -> result(id, tools());
            case "tools/call" -> result(id, called(call));
            default -> error(id, METHOD_NOT_FOUND, "Method not found: " + call.path("method").asText());
        };
    }

    Answer metadata(InboundRequest request, Resolved operation, Caller caller) {
        ObjectNode document = MAPPER.createObjectNode();
        document.putArray("authorization_servers").add(issuer);
        document.put("resource", "https://" + request.host() + "/mcp");
        return Answer.json(200, document.toString());
    }

    private static ObjectNode initialize(JsonNode call) {
        ObjectNode result = MAPPER.createObjectNode();
        result.put("protocolVersion", call.path("params").path("protocolVersion").asText(PROTOCOL));
        result.putObject("capabilities").putObject("tools").put("listChanged", false);
        result.putObject("serverInfo").put("name", "plsim").put("version", "1.0.0");
        return result;
    }

    private static ObjectNode tools() {
        ObjectNode result = MAPPER.createObjectNode();
        ObjectNode tool = result.putArray("tools").addObject();
        tool.put("name", "echo").put("description", "Gives back its text");
        ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
        schema.putObject("properties").putObject("text").put("type", "string");
        return result;
    }

    private static ObjectNode called(JsonNode call) {
        ObjectNode result = MAPPER.createObjectNode();
        String text = call.path("params").path("arguments").path("text").asText("");
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result.put("isError", false);
    }

    private static Answer result(JsonNode id, ObjectNode result) {
        ObjectNode body = MAPPER.createObjectNode().put("jsonrpc", "2.0");
        body.set("id", id);
        body.set("result", result);
        return Answer.json(200, body.toString());
    }

    private static Answer error(JsonNode id, int code, String message) {
        ObjectNode body = MAPPER.createObjectNode().put("jsonrpc", "2.0");
        body.set("id", id);
        body.putObject("error").put("code", code).put("message", message);
        return Answer.json(200, body.toString());
    }
}
