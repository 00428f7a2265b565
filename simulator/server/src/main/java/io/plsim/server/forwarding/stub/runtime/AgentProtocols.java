package io.plsim.server.forwarding.stub.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.mcp.JsonRpc;
import io.plsim.server.forwarding.stub.mcp.McpHttp;
import io.plsim.server.forwarding.stub.mcp.McpServer;
import io.plsim.server.forwarding.stub.mcp.McpTool;
import io.plsim.server.forwarding.stub.state.Ids;
import java.util.List;

/** What a runtime answers to JSON-RPC: A2A's {@code message/send}, and MCP for everything else. */
final class AgentProtocols {
    private final McpServer mcp = new McpServer("plsim-runtime", List.of(McpTool.ECHO));
    private final Ids ids;

    AgentProtocols(Ids ids) {
        this.ids = ids;
    }

    static boolean isJsonRpc(JsonNode body) {
        return "2.0".equals(body.path("jsonrpc").textValue());
    }

    Answer answer(StubRequest request, JsonNode message) {
        if ("message/send".equals(message.path("method").textValue())) {
            return Answer.json(
                    200, JsonRpc.result(message.path("id"), reply(message)).toString());
        }
        Answer answer = McpHttp.answer(request, mcp, message);
        // The platform gives every MCP client a session, also one that came without.
        return request.header(RuntimeHeaders.MCP_SESSION).isPresent()
                ? answer
                : answer.with(RuntimeHeaders.MCP_SESSION, ids.uuid());
    }

    private ObjectNode reply(JsonNode message) {
        ObjectNode reply = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "message")
                .put("role", "agent")
                .put("messageId", ids.uuid());
        JsonNode parts = message.at("/params/message/parts");
        reply.set("parts", parts.isArray() ? parts : JsonNodeFactory.instance.arrayNode());
        return reply;
    }
}
