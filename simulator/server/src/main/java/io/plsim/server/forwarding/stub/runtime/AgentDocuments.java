package io.plsim.server.forwarding.stub.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.exchange.StubSettings;

/** The two documents that a runtime publishes about itself. */
final class AgentDocuments {
    private AgentDocuments() {}

    /** RFC 9728 protected-resource metadata, in the members and the order that AgentCore was seen to answer. */
    static ObjectNode protectedResource(StubRequest request, StubSettings settings) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("authorization_servers").add(settings.issuer().apply(request.resolved()));
        return document.put(
                "resource",
                settings.invocationsUrl(request.inbound(), request.label("agentRuntimeArn")) + "?qualifier="
                        + StubSettings.escape(request.query("qualifier").orElse("DEFAULT")));
    }

    /** An A2A agent card. */
    static ObjectNode agentCard(StubRequest request, StubSettings settings) {
        ObjectNode card = JsonNodeFactory.instance
                .objectNode()
                .put("name", request.resolved().resourceId().orElseGet(() -> request.label("agentRuntimeArn")))
                .put("description", "An agent that answers what it is asked")
                .put("version", "1.0.0")
                .put("protocolVersion", "0.3.0")
                .put("preferredTransport", "JSONRPC")
                .put("url", settings.invocationsUrl(request.inbound(), request.label("agentRuntimeArn")) + "/");
        card.putObject("capabilities").put("streaming", false);
        card.putArray("defaultInputModes").add("text");
        card.putArray("defaultOutputModes").add("text");
        card.putArray("skills")
                .addObject()
                .put("id", "echo")
                .put("name", "echo")
                .put("description", "Answers what it is asked")
                .putArray("tags")
                .add("stub");
        return card;
    }
}
