package io.plsim.server.forwarding.stub;

import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.Caller;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Built-in answers in the shape of the service model, for every operation of the catalogue. */
public final class StubForwarder implements Forwarder {
    /** What answers one operation. */
    @FunctionalInterface
    interface Stub {
        Answer answer(InboundRequest request, Resolved operation, Caller caller) throws IOException;
    }

    private final Map<String, Stub> stubs = new HashMap<>();

    public StubForwarder(Clock clock, String issuer) {
        ShapedAnswers.load(clock).forEach(stubs::put);
        RuntimeStub runtime = new RuntimeStub(issuer);
        stubs.put("InvokeAgentRuntime", runtime::invoke);
        stubs.put("StopRuntimeSession", runtime::stop);
        stubs.put("GetAgentCard", runtime::agentCard);
        stubs.put("GetRuntimeProtectedResourceMetadata", runtime::metadata);
        EventStreamStub events = new EventStreamStub();
        stubs.put("InvokeAgentRuntimeCommand", events::command);
        stubs.put("InvokeCodeInterpreter", events::codeInterpreter);
        stubs.put("InvokeHarness", events::harness);
        GatewayStub gateway = new GatewayStub(issuer);
        stubs.put("InvokeGateway", gateway::invoke);
        stubs.put("InvokeRegistryMcp", gateway::invoke);
        stubs.put("GatewayProtectedResourceMetadata", gateway::metadata);
    }

    @Override
    public Answer forward(InboundRequest request, Resolved operation, Caller caller) throws IOException {
        Stub stub = stubs.get(operation.operation().name());
        return stub == null
                ? WebSocketStub.upgradeRequired(operation)
                : stub.answer(request, operation, caller);
    }

    @Override
    public String destination(Resolved operation) {
        return "stub";
    }
}
