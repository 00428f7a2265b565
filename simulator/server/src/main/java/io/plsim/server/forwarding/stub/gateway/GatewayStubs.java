package io.plsim.server.forwarding.stub.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.mcp.McpHttp;
import io.plsim.server.forwarding.stub.mcp.McpServer;
import io.plsim.server.forwarding.stub.mcp.McpTool;
import io.plsim.server.forwarding.stub.runtime.AgentEcho;
import io.plsim.server.forwarding.stub.state.Ids;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gateways: an MCP server with tools at {@code /mcp}, and an echoing agent behind every HTTP target. */
public final class GatewayStubs implements PrimitiveStubs {
    private static final String NAME = "plsim-gateway";
    private static final String TARGET = "targetName";

    private final StubSettings settings;
    private final Ids ids;
    private final Map<String, McpServer> servers;
    private final McpServer echo = new McpServer(NAME, List.of(McpTool.ECHO));

    public GatewayStubs(StubSettings settings, Ids ids, Map<String, List<McpTool>> tools) {
        this.settings = settings;
        this.ids = ids;
        this.servers = tools.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, gateway -> new McpServer(NAME, gateway.getValue())));
    }

    @Override
    public Map<String, Stub> stubs() {
        return Map.of("InvokeGateway", this::invoke, "GatewayProtectedResourceMetadata", this::metadata);
    }

    @Override
    public void reset() {}

    private Answer invoke(StubRequest request) throws IOException {
        return request.resolved().labels().containsKey(TARGET)
                ? AgentEcho.answer(request, ids.uuid())
                : McpHttp.answer(request, server(request));
    }

    private McpServer server(StubRequest request) {
        return servers.getOrDefault(request.resolved().resourceId().orElse(""), echo);
    }

    private Answer metadata(StubRequest request) {
        String gateway = request.resolved().resourceId().orElse("gateway");
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("authorization_servers").add(settings.issuer().apply(request.resolved()));
        return request.answer(document.put("resource", settings.urls().gateway(request.inbound(), gateway) + "/mcp"));
    }
}
