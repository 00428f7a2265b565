package io.plsim.server.forwarding.stub.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.forwarding.stub.exchange.EventStream;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.socket.EchoSocket;
import io.plsim.server.forwarding.stub.socket.StubSocket;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.inbound.Headers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runtimes whose agent echoes. Sessions are ids only: nothing is kept about them, and stopping one always succeeds. */
public final class RuntimeStubs implements PrimitiveStubs {
    private static final int MAX_TIMEOUT_SECONDS = 3600;

    private final StubSettings settings;
    private final Ids ids;
    private final AgentProtocols protocols;

    public RuntimeStubs(StubSettings settings, Ids ids) {
        this.settings = settings;
        this.ids = ids;
        this.protocols = new AgentProtocols(ids);
    }

    @Override
    public Map<String, Stub> stubs() {
        return Map.of(
                "InvokeAgentRuntime", this::invoke,
                "InvokeAgentRuntimeCommand", this::command,
                "StopRuntimeSession", this::stop,
                "GetAgentCard", this::agentCard,
                "GetRuntimeProtectedResourceMetadata",
                        request -> request.answer(AgentDocuments.protectedResource(request, settings)),
                "InvokeAgentRuntimeWithWebSocketStream", this::socket,
                "InvokeAgentRuntimeCommandShell", this::socket);
    }

    @Override
    public void reset() {}

    private Answer invoke(StubRequest request) throws IOException, StubRefusal {
        String session = RuntimeHeaders.sessionOrNew(request, ids);
        AgentEcho.Payload payload = AgentEcho.Payload.read(request);
        Optional<JsonNode> message = payload.json().filter(AgentProtocols::isJsonRpc);
        Answer answer = message.isPresent()
                ? protocols.answer(request, message.get())
                : AgentEcho.answer(request, session, payload);
        return RuntimeHeaders.echo(request, answer, session);
    }

    private Answer command(StubRequest request) throws IOException, StubRefusal {
        String session = RuntimeHeaders.sessionOrNew(request, ids);
        JsonInput body = request.json();
        String command = body.requiredText("command");
        body.integer("timeout", 1, MAX_TIMEOUT_SECONDS);
        ObjectNode start = JsonNodeFactory.instance.objectNode();
        start.putObject("contentStart");
        ObjectNode delta = JsonNodeFactory.instance.objectNode();
        delta.putObject("contentDelta").put("stdout", command + "\n");
        ObjectNode stop = JsonNodeFactory.instance.objectNode();
        stop.putObject("contentStop").put("exitCode", 0).put("status", "COMPLETED");
        Answer answer = EventStream.answer(List.of(
                EventStream.event("chunk", start),
                EventStream.event("chunk", delta),
                EventStream.event("chunk", stop)));
        return RuntimeHeaders.echo(request, answer, session);
    }

    /** The agent and the shell both echo what they are sent. */
    private Answer socket(StubRequest request) throws StubRefusal {
        StubSocket.check(request);
        String session = RuntimeHeaders.sessionOrNew(request, ids);
        return RuntimeHeaders.echo(request, StubSocket.open(request, new EchoSocket()), session);
    }

    private Answer stop(StubRequest request) throws StubRefusal {
        String session = RuntimeHeaders.session(request)
                .orElseThrow(() -> StubRefusal.constraint("runtimeSessionId", "not be null"));
        return new Answer(200, Headers.of(RuntimeHeaders.SESSION, session), new AnswerBody.Bytes(new byte[0]));
    }

    private Answer agentCard(StubRequest request) throws StubRefusal {
        String session = RuntimeHeaders.sessionOrNew(request, ids);
        return request.answer(AgentDocuments.agentCard(request, settings)).with(RuntimeHeaders.SESSION, session);
    }
}
