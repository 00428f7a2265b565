package io.plsim.server.forwarding.stub.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.EventStream;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.state.Ids;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Code interpreters that run nothing: code and commands come back as their own output, files are kept. */
public final class CodeInterpreterStubs implements PrimitiveStubs {
    private static final String SESSION_HEADER = "x-amzn-code-interpreter-session-id";
    private static final int DEFAULT_TIMEOUT_SECONDS = 900;

    private final ToolSessions sessions;
    private final SandboxFiles files = new SandboxFiles();
    private final InterpreterTools tools;

    public CodeInterpreterStubs(Clock clock, Ids ids) {
        this.sessions = new ToolSessions(
                "code interpreter sessions", "codeInterpreterIdentifier", DEFAULT_TIMEOUT_SECONDS, clock, ids);
        this.tools = new InterpreterTools(files, ids);
    }

    @Override
    public Map<String, Stub> stubs() {
        return Map.of(
                "StartCodeInterpreterSession", this::start,
                "GetCodeInterpreterSession", this::get,
                "ListCodeInterpreterSessions", request -> request.answer(sessions.list(request)),
                "StopCodeInterpreterSession", request -> request.answer(sessions.stop(request)),
                "InvokeCodeInterpreter", this::invoke);
    }

    @Override
    public void reset() {
        sessions.reset();
        files.reset();
    }

    private Answer start(StubRequest request) throws IOException, StubRefusal {
        ObjectNode session = sessions.start(request, request.json(), JsonNodeFactory.instance.objectNode());
        return request.answer(sessions.select(session, "sessionId", "createdAt"));
    }

    private Answer get(StubRequest request) throws StubRefusal {
        ObjectNode session = sessions.get(request, request.requiredQuery("sessionId"));
        session.remove("lastUpdatedAt");
        return request.answer(session);
    }

    private Answer invoke(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        String tool = body.requiredText("name");
        JsonInput arguments = new JsonInput(body.object("arguments").orElseGet(JsonNodeFactory.instance::objectNode));
        Optional<String> named = request.header(SESSION_HEADER);
        ObjectNode session = named.isPresent()
                ? sessions.getReady(request, named.get())
                : sessions.start(
                        request,
                        new JsonInput(JsonNodeFactory.instance.objectNode()),
                        JsonNodeFactory.instance.objectNode());
        String sessionId = session.get("sessionId").textValue();
        ObjectNode result = tools.run(request.label("codeInterpreterIdentifier"), sessionId, tool, arguments);
        return EventStream.answer(List.of(EventStream.event("result", result))).with(SESSION_HEADER, sessionId);
    }
}
