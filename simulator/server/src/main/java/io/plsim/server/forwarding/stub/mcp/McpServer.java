package io.plsim.server.forwarding.stub.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stateless MCP server with tools, run by the official Java SDK. It answers one JSON-RPC message at a time.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25">Model Context Protocol</a>
 */
public final class McpServer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final List<McpTool> tools;

    /** Made by the first message: a simulator that serves no MCP does not load the SDK. */
    private @Nullable McpStatelessServerHandler handler;

    public McpServer(String name, List<McpTool> tools) {
        this.name = name;
        this.tools = List.copyOf(tools);
    }

    /** The answer to a message; empty for notifications and for answers of the client. */
    public Optional<ObjectNode> answer(JsonNode message) {
        JsonNode id = message.path("id");
        if (!message.isObject()) {
            return Optional.of(JsonRpc.error(NullNode.instance, JsonRpc.INVALID_REQUEST, "Invalid Request"));
        }
        if (!message.path("method").isTextual()) {
            boolean clientsAnswer = message.has("result") || message.has("error");
            return clientsAnswer
                    ? Optional.empty()
                    : Optional.of(JsonRpc.error(id, JsonRpc.INVALID_REQUEST, "Invalid Request"));
        }
        if (id.isMissingNode()) {
            return Optional.empty();
        }
        McpSchema.JSONRPCRequest request;
        try {
            request = JSON.convertValue(message, McpSchema.JSONRPCRequest.class);
        } catch (IllegalArgumentException malformed) {
            return Optional.of(JsonRpc.error(id, JsonRpc.INVALID_REQUEST, "Invalid Request"));
        }
        return Optional.ofNullable(handler()
                        .handleRequest(McpTransportContext.EMPTY, request)
                        .block())
                .map(answer -> JSON.<ObjectNode>valueToTree(answer));
    }

    private synchronized McpStatelessServerHandler handler() {
        if (handler == null) {
            StatelessTransport transport = new StatelessTransport();
            var unused = io.modelcontextprotocol.server.McpServer.sync(transport)
                    .jsonMapper(new JacksonMcpJsonMapper(JSON))
                    .serverInfo(name, "1.0.0")
                    .capabilities(McpSchema.ServerCapabilities.builder()
                            .tools(false)
                            .prompts(false)
                            .resources(false, false)
                            .build())
                    .tools(tools.stream().map(McpTool::specification).toList())
                    // On the request's own thread, as every stub answers.
                    .immediateExecution(true)
                    .build();
            handler = transport.handler();
        }
        return handler;
    }
}
