package io.plsim.server.forwarding.stub.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stateless MCP server with tools. It answers one JSON-RPC message at a time.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25">Model Context Protocol</a>
 */
public final class McpServer {
    private static final String NEWEST_VERSION = "2025-11-25";
    private static final Set<String> VERSIONS = Set.of(NEWEST_VERSION, "2025-06-18", "2025-03-26");

    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;

    private final String name;
    private final List<McpTool> tools;

    public McpServer(String name, List<McpTool> tools) {
        this.name = name;
        this.tools = List.copyOf(tools);
    }

    /** The answer to a message; empty for notifications and for answers of the client. */
    public Optional<ObjectNode> answer(JsonNode message) {
        if (!message.isObject()) {
            return Optional.of(error(NullNode.instance, INVALID_REQUEST, "Invalid Request"));
        }
        JsonNode method = message.path("method");
        JsonNode id = message.path("id");
        if (!method.isTextual()) {
            boolean clientsAnswer = message.has("result") || message.has("error");
            return clientsAnswer ? Optional.empty() : Optional.of(error(id, INVALID_REQUEST, "Invalid Request"));
        }
        if (id.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (method.textValue()) {
                    case "initialize" -> result(id, initialize(message.at("/params/protocolVersion")));
                    case "ping" -> result(id, JsonNodeFactory.instance.objectNode());
                    case "tools/list" -> result(id, listTools());
                    case "tools/call" -> call(id, message.path("params"));
                    case "prompts/list" -> result(id, emptyList("prompts"));
                    case "resources/list" -> result(id, emptyList("resources"));
                    case "resources/templates/list" -> result(id, emptyList("resourceTemplates"));
                    default -> error(id, METHOD_NOT_FOUND, "Method not found");
                });
    }

    private ObjectNode initialize(JsonNode wanted) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        String version = wanted.asText();
        result.put("protocolVersion", VERSIONS.contains(version) ? version : NEWEST_VERSION);
        result.putObject("capabilities").putObject("tools").put("listChanged", false);
        result.putObject("serverInfo").put("name", name).put("version", "1.0.0");
        return result;
    }

    private ObjectNode listTools() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = result.putArray("tools");
        tools.forEach(tool -> listed.add(tool.listed()));
        return result;
    }

    private ObjectNode call(JsonNode id, JsonNode params) {
        String wanted = params.path("name").asText();
        JsonNode given = params.path("arguments");
        JsonNode arguments = given.isObject() ? given : JsonNodeFactory.instance.objectNode();
        for (McpTool tool : tools) {
            if (tool.name().equals(wanted)) {
                return result(id, tool.call(arguments));
            }
        }
        return error(id, INVALID_PARAMS, "Unknown tool: " + wanted);
    }

    private static ObjectNode emptyList(String member) {
        return JsonNodeFactory.instance.objectNode().set(member, JsonNodeFactory.instance.arrayNode());
    }

    /** The answer to a request that went well. */
    public static ObjectNode result(JsonNode id, ObjectNode result) {
        return envelope(id).set("result", result);
    }

    public static ObjectNode error(JsonNode id, int code, String message) {
        ObjectNode error =
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
        return envelope(id).set("error", error);
    }

    private static ObjectNode envelope(JsonNode id) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        return envelope.set("id", id.isMissingNode() ? NullNode.instance : id);
    }
}
