package io.plsim.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.forwarding.stub.mcp.McpTool;
import io.plsim.server.forwarding.stub.scripted.ScriptedAnswers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the configuration says the stubs answer: the tools of gateways, and scripted answers. */
final class ConfiguredStubs {
    private ConfiguredStubs() {}

    static Map<String, List<McpTool>> tools(Configuration.@Nullable Resources resources) {
        Map<String, List<McpTool>> byGateway = new HashMap<>();
        if (resources != null && resources.gateways() != null) {
            for (Configuration.Gateway gateway : resources.gateways()) {
                if (gateway.tools() != null) {
                    byGateway.put(
                            gateway.id(),
                            gateway.tools().stream().map(ConfiguredStubs::tool).toList());
                }
            }
        }
        return byGateway;
    }

    static void script(@Nullable List<JsonNode> configured, ScriptedAnswers scripted)
            throws InvalidConfigurationException {
        int index = 0;
        for (JsonNode answer : Objects.requireNonNullElse(configured, List.<JsonNode>of())) {
            try {
                scripted.add(answer);
            } catch (IllegalArgumentException wrong) {
                throw new InvalidConfigurationException("scriptedAnswers[" + index + "]: " + wrong.getMessage() + ".");
            }
            index++;
        }
        scripted.keepAsConfigured();
    }

    private static McpTool tool(Configuration.Tool tool) {
        return new McpTool(tool.name(), tool.description(), tool.inputSchema(), tool.result());
    }
}
