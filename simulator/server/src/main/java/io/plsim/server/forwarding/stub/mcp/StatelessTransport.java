package io.plsim.server.forwarding.stub.mcp;

import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes the handler that the MCP SDK makes; the endpoint's own pipeline carries the messages, so nothing is opened here. */
final class StatelessTransport implements McpStatelessServerTransport {
    private @Nullable McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler made) {
        handler = made;
    }

    McpStatelessServerHandler handler() {
        return Objects.requireNonNull(handler, "the SDK sets the handler while it builds the server");
    }

    /** The versions that AgentCore's gateway page names and the SDK speaks; the last one answers an unknown wish. */
    @Override
    public List<String> protocolVersions() {
        return List.of(
                ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
