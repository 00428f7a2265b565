package io.plsim.server.forwarding.stub.runtime;

import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.state.Ids;
import java.util.List;
import java.util.Optional;

/** The headers that a runtime takes and gives back: the session's id, MCP's and the trace's. */
final class RuntimeHeaders {
    static final String SESSION = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";
    static final String MCP_SESSION = "Mcp-Session-Id";

    private static final int MIN_SESSION_ID = 33;
    private static final int MAX_SESSION_ID = 256;
    private static final List<String> ECHOED =
            List.of(MCP_SESSION, "Mcp-Protocol-Version", "X-Amzn-Trace-Id", "traceparent", "tracestate", "baggage");

    private RuntimeHeaders() {}

    /** The session that the client names. */
    static Optional<String> session(StubRequest request) throws StubRefusal {
        // A browser cannot set headers of a WebSocket's handshake and names the session in the query instead.
        Optional<String> id = request.header(SESSION).or(() -> request.query(SESSION));
        if (id.isPresent() && id.get().length() < MIN_SESSION_ID) {
            throw StubRefusal.constraint("runtimeSessionId", "have length greater than or equal to " + MIN_SESSION_ID);
        }
        if (id.isPresent() && id.get().length() > MAX_SESSION_ID) {
            throw StubRefusal.constraint("runtimeSessionId", "have length less than or equal to " + MAX_SESSION_ID);
        }
        return id;
    }

    /** The session that the client names, or a new one. */
    static String sessionOrNew(StubRequest request, Ids ids) throws StubRefusal {
        return session(request).orElseGet(ids::uuid);
    }

    /** The answer with the session's id and the headers that come back as they were sent. */
    static Answer echo(StubRequest request, Answer answer, String sessionId) {
        Answer echoed = answer.with(SESSION, sessionId);
        for (String name : ECHOED) {
            Optional<String> value = request.header(name);
            if (value.isPresent()) {
                echoed = echoed.with(name, value.get());
            }
        }
        return echoed;
    }
}
