package io.plsim.server.forwarding.stub.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.state.BoundedStore;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.forwarding.stub.state.Page;
import io.plsim.server.forwarding.stub.state.Timestamps;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sessions of one kind of tool. A session is READY until it is stopped or older than its timeout; then it is
 * TERMINATED and can still be looked at.
 */
final class ToolSessions {
    static final String READY = "READY";
    static final String TERMINATED = "TERMINATED";

    private static final int DEFAULT_PAGE = 10;
    private static final int MAX_TIMEOUT_SECONDS = 28_800;
    private static final int SESSION_ID_LENGTH = 26;
    private static final String[] SUMMARY = {"sessionId", "name", "status", "createdAt", "lastUpdatedAt"};

    private final BoundedStore sessions;
    private final String toolLabel;
    private final int defaultTimeoutSeconds;
    private final Clock clock;
    private final Ids ids;

    /** Sessions of the tool that requests name by {@code toolLabel}; AWS ends them after the default timeout. */
    ToolSessions(String what, String toolLabel, int defaultTimeoutSeconds, Clock clock, Ids ids) {
        this.sessions = new BoundedStore(what);
        this.toolLabel = toolLabel;
        this.defaultTimeoutSeconds = defaultTimeoutSeconds;
        this.clock = clock;
        this.ids = ids;
    }

    /** Opens a session; {@code more} is what its kind of tool remembers besides. */
    ObjectNode start(StubRequest request, JsonInput body, ObjectNode more) throws StubRefusal {
        ObjectNode session = JsonNodeFactory.instance
                .objectNode()
                .put(toolLabel, request.label(toolLabel))
                .put("sessionId", newSessionId())
                .put("status", READY)
                .put("createdAt", now())
                .put(
                        "sessionTimeoutSeconds",
                        body.integer("sessionTimeoutSeconds", 1, MAX_TIMEOUT_SECONDS)
                                .orElse(defaultTimeoutSeconds));
        body.text("name").ifPresent(name -> session.put("name", name));
        body.array("certificates").ifPresent(certificates -> session.set("certificates", certificates));
        session.setAll(more);
        String key = key(request, session.get("sessionId").textValue());
        try {
            sessions.put(key, session);
        } catch (StubRefusal full) {
            sessions.removeIf(old -> TERMINATED.equals(status(old)));
            sessions.put(key, session);
        }
        return session;
    }

    /** A session in whatever state. */
    ObjectNode get(StubRequest request, String sessionId) throws StubRefusal {
        ObjectNode session = sessions.find(key(request, sessionId)).orElseThrow(() -> StubRefusal.notFound("Session"));
        return session.deepCopy().put("status", status(session));
    }

    /** A session that can still be used. */
    ObjectNode getReady(StubRequest request, String sessionId) throws StubRefusal {
        ObjectNode session = get(request, sessionId);
        if (!READY.equals(session.get("status").textValue())) {
            throw StubRefusal.conflict("The session is terminated");
        }
        return session;
    }

    ObjectNode update(StubRequest request, String sessionId, ObjectNode changes) throws StubRefusal {
        return sessions.update(
                        key(request, sessionId),
                        session -> session.<ObjectNode>setAll(changes).put("lastUpdatedAt", now()))
                .orElseThrow(() -> StubRefusal.notFound("Session"));
    }

    ObjectNode stop(StubRequest request) throws StubRefusal {
        ObjectNode terminated = JsonNodeFactory.instance.objectNode().put("status", TERMINATED);
        return select(update(request, request.requiredQuery("sessionId"), terminated), "sessionId", "lastUpdatedAt");
    }

    ObjectNode list(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        Optional<String> wanted = body.text("status");
        List<ObjectNode> found = sessions.under(request.label(toolLabel)).stream()
                .map(session -> select(session.deepCopy().put("status", status(session)), SUMMARY))
                .filter(session ->
                        wanted.map(session.get("status").textValue()::equals).orElse(true))
                .toList();
        return Page.of(body, DEFAULT_PAGE)
                .cutBackwards(
                        "items",
                        found,
                        session -> session.get("createdAt").textValue()
                                + session.get("sessionId").textValue());
    }

    void reset() {
        sessions.clear();
    }

    /** Only these members of a session, and the tool's name. */
    ObjectNode select(ObjectNode session, String... members) {
        ObjectNode selected = JsonNodeFactory.instance.objectNode();
        selected.set(toolLabel, session.get(toolLabel));
        for (String member : members) {
            if (session.has(member)) {
                selected.set(member, session.get(member));
            }
        }
        return selected;
    }

    String now() {
        return Timestamps.iso8601(clock.instant());
    }

    /** Letters and digits that begin with the time, so that ids of sessions sort by age. */
    String newSessionId() {
        String time = Long.toString(clock.millis(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return time + ids.capitals(SESSION_ID_LENGTH - time.length());
    }

    private String status(ObjectNode session) {
        Instant end = Instant.parse(session.get("createdAt").textValue())
                .plusSeconds(session.get("sessionTimeoutSeconds").longValue());
        return clock.instant().isAfter(end) ? TERMINATED : session.get("status").textValue();
    }

    private String key(StubRequest request, String sessionId) {
        return BoundedStore.key(request.label(toolLabel), sessionId);
    }
}
