package io.plsim.server.forwarding.stub.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.socket.DevToolsSocket;
import io.plsim.server.forwarding.stub.socket.EchoSocket;
import io.plsim.server.forwarding.stub.socket.StubSocket;
import io.plsim.server.forwarding.stub.state.Ids;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.eclipse.jetty.websocket.core.FrameHandler;

/** Browsers without a browser: sessions open, their streams have addresses, and every action succeeds. */
public final class BrowserStubs implements PrimitiveStubs {
    private static final String SESSION_HEADER = "x-amzn-browser-session-id";
    private static final int DEFAULT_TIMEOUT_SECONDS = 3600;
    private static final String[] REMEMBERED = {
        "viewPort", "extensions", "enterprisePolicies", "profileConfiguration", "proxyConfiguration"
    };

    private final ToolSessions sessions;
    private final StubSettings settings;

    public BrowserStubs(StubSettings settings, Clock clock, Ids ids) {
        this.sessions = new ToolSessions("browser sessions", "browserIdentifier", DEFAULT_TIMEOUT_SECONDS, clock, ids);
        this.settings = settings;
    }

    @Override
    public Map<String, Stub> stubs() {
        return Map.of(
                "StartBrowserSession", this::start,
                "GetBrowserSession", this::get,
                "ListBrowserSessions", request -> request.answer(sessions.list(request)),
                "StopBrowserSession", request -> request.answer(sessions.stop(request)),
                "UpdateBrowserStream", this::updateStream,
                "SaveBrowserSessionProfile", this::saveProfile,
                "InvokeBrowser", this::invoke,
                "ConnectBrowserAutomationStream", request -> stream(request, new DevToolsSocket()),
                "ConnectBrowserLiveViewStream", request -> stream(request, new EchoSocket()));
    }

    @Override
    public void reset() {
        sessions.reset();
    }

    private Answer start(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        ObjectNode more = JsonNodeFactory.instance.objectNode().put("automation", "ENABLED");
        for (String member : REMEMBERED) {
            body.any(member).ifPresent(value -> more.set(member, value));
        }
        ObjectNode session = sessions.start(request, body, more);
        ObjectNode answer = sessions.select(session, "sessionId", "createdAt");
        answer.set("streams", streams(session));
        return request.answer(answer);
    }

    private Answer get(StubRequest request) throws StubRefusal {
        ObjectNode session = sessions.get(request, request.requiredQuery("sessionId"));
        session.set("streams", streams(session));
        session.remove("automation");
        return request.answer(session);
    }

    private Answer updateStream(StubRequest request) throws IOException, StubRefusal {
        String sessionId = request.requiredQuery("sessionId");
        JsonInput update = new JsonInput(request.json().requiredObject("streamUpdate"));
        String status = new JsonInput(update.requiredObject("automationStreamUpdate")).requiredText("streamStatus");
        if (!status.equals("ENABLED") && !status.equals("DISABLED")) {
            throw StubRefusal.constraint("streamStatus", "satisfy enum value set: [ENABLED, DISABLED]");
        }
        sessions.getReady(request, sessionId);
        ObjectNode session = sessions.update(
                request, sessionId, JsonNodeFactory.instance.objectNode().put("automation", status));
        ObjectNode answer = sessions.select(session, "sessionId").put("updatedAt", sessions.now());
        answer.set("streams", streams(session));
        return request.answer(answer);
    }

    /** Profiles are not kept; the answer says that this one was. The session is not looked up: the label is another. */
    private Answer saveProfile(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        return request.answer(JsonNodeFactory.instance
                .objectNode()
                .put("profileIdentifier", request.label("profileIdentifier"))
                .put("browserIdentifier", body.requiredText("browserIdentifier"))
                .put("sessionId", body.requiredText("sessionId"))
                .put("lastUpdatedAt", sessions.now()));
    }

    private Answer invoke(StubRequest request) throws IOException, StubRefusal {
        String sessionId =
                request.header(SESSION_HEADER).orElseThrow(() -> StubRefusal.constraint("sessionId", "not be null"));
        ObjectNode action = request.json().requiredObject("action");
        sessions.getReady(request, sessionId);
        return request.answer(JsonNodeFactory.instance.objectNode().set("result", BrowserActions.result(action)))
                .with(SESSION_HEADER, sessionId);
    }

    private Answer stream(StubRequest request, FrameHandler frames) throws StubRefusal {
        StubSocket.check(request);
        sessions.getReady(request, request.label("sessionId"));
        return StubSocket.open(request, frames);
    }

    private ObjectNode streams(ObjectNode session) {
        return BrowserStreams.of(
                settings.dataPlaneHost(),
                session.get("browserIdentifier").textValue(),
                session.get("sessionId").textValue(),
                session.get("automation").textValue());
    }
}
