package io.plsim.server.forwarding.stub.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A tool that an MCP stub offers.
 *
 * @param name what clients call it
 * @param inputSchema its arguments as JSON Schema; null takes any object
 * @param result what a call answers, as text; null answers the arguments themselves
 */
public record McpTool(
        String name,
        @Nullable String description,
        @Nullable ObjectNode inputSchema,
        @Nullable String result) {

    /** The tool that is there when none is configured: it answers its arguments. */
    public static final McpTool ECHO = new McpTool("echo", "Answers the arguments it is called with", null, null);

    ObjectNode listed() {
        ObjectNode tool = JsonNodeFactory.instance.objectNode().put("name", name);
        tool.put("description", description == null ? name : description);
        if (inputSchema == null) {
            tool.putObject("inputSchema").put("type", "object");
        } else {
            tool.set("inputSchema", inputSchema);
        }
        return tool;
    }

    ObjectNode call(JsonNode arguments) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", result == null ? arguments.toString() : result);
        return answer.put("isError", false);
    }
}
