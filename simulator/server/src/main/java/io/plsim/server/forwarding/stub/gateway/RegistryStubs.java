package io.plsim.server.forwarding.stub.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.mcp.McpHttp;
import io.plsim.server.forwarding.stub.mcp.McpServer;
import io.plsim.server.forwarding.stub.mcp.McpTool;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Registries without records: records are written on the control plane, so every search finds nothing. */
public final class RegistryStubs implements PrimitiveStubs {
    private static final McpTool SEARCH =
            new McpTool("search_registry_records", "Searches this registry", null, "{\"registryRecords\":[]}");

    private final McpServer server = new McpServer("plsim-registry", List.of(SEARCH));

    @Override
    public Map<String, Stub> stubs() {
        return Map.of(
                "SearchRegistryRecords",
                RegistryStubs::search,
                "InvokeRegistryMcp",
                request -> McpHttp.answer(request, server));
    }

    @Override
    public void reset() {}

    private static Answer search(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        body.requiredText("searchQuery");
        body.requiredArray("registryIds");
        return request.answer(
                JsonNodeFactory.instance.objectNode().set("registryRecords", JsonNodeFactory.instance.arrayNode()));
    }
}
