package io.plsim.server.forwarding.stub.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Objects;
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
        @Nullable Map<String, Object> inputSchema,
        @Nullable String result) {

    /** The tool that is there when none is configured: it answers its arguments. */
    public static final McpTool ECHO = new McpTool("echo", "Answers the arguments it is called with", null, null);

    private static final Map<String, Object> ANY_OBJECT = Map.of("type", "object");

    SyncToolSpecification specification() {
        McpSchema.Tool tool = McpSchema.Tool.builder(name, Objects.requireNonNullElse(inputSchema, ANY_OBJECT))
                .description(Objects.requireNonNullElse(description, name))
                .build();
        return new SyncToolSpecification(tool, (context, call) -> answer(call));
    }

    private McpSchema.CallToolResult answer(McpSchema.CallToolRequest call) {
        Map<String, Object> arguments = Objects.requireNonNullElse(call.arguments(), Map.of());
        return McpSchema.CallToolResult.builder()
                .addTextContent(result == null ? JsonRpc.text(arguments) : result)
                .isError(false)
                .build();
    }
}
