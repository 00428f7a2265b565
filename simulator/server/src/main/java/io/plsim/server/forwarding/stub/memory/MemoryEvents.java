package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.state.BoundedStore;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.forwarding.stub.state.Page;
import io.plsim.server.forwarding.stub.state.Timestamps;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Short-term memory: events, and the sessions and actors that exist because they have events. Events are listed newest
 * first; an event's id begins with its time, so that ids sort by time.
 */
final class MemoryEvents {
    private static final int DEFAULT_PAGE = 20;

    private final BoundedStore events = new BoundedStore("memory events");
    private final BoundedStore clientTokens = new BoundedStore("client tokens of memory events");
    private final AtomicInteger sequence = new AtomicInteger();
    private final Ids ids;

    MemoryEvents(Ids ids) {
        this.ids = ids;
    }

    Answer create(StubRequest request) throws IOException, StubRefusal {
        String memory = request.label("memoryId");
        JsonInput body = request.json();
        ObjectNode event = event(memory, body);
        Optional<String> token = body.text("clientToken");
        if (token.isPresent()) {
            ObjectNode first = clientTokens.putIfAbsent(BoundedStore.key(memory, token.get()), event);
            if (first != event) {
                return request.answer(wrapped(first));
            }
        }
        events.put(key(event), event);
        return request.answer(wrapped(event));
    }

    Answer get(StubRequest request) throws StubRefusal {
        return request.answer(wrapped(events.find(key(request)).orElseThrow(() -> StubRefusal.notFound("Event"))));
    }

    Answer delete(StubRequest request) throws StubRefusal {
        if (events.remove(key(request)).isEmpty()) {
            throw StubRefusal.notFound("Event");
        }
        return request.answer(JsonNodeFactory.instance.objectNode().put("eventId", request.label("eventId")));
    }

    Answer list(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        List<ObjectNode> found = EventFilter.of(body)
                .apply(events.under(request.label("memoryId"), request.label("actorId"), request.label("sessionId")));
        ObjectNode page = Page.of(body, DEFAULT_PAGE).cutBackwards("events", found, MemoryEvents::eventId);
        if (!body.flag("includePayloads", true)) {
            ObjectNode bare = page.deepCopy();
            bare.get("events").forEach(event -> ((ObjectNode) event).remove("payload"));
            page = bare;
        }
        return request.answer(page);
    }

    Answer listSessions(StubRequest request) throws IOException, StubRefusal {
        Map<String, ObjectNode> sessions = new TreeMap<>();
        for (ObjectNode event : events.under(request.label("memoryId"), request.label("actorId"))) {
            // Keys sort events by time within a session, so the first one seen is the session's beginning.
            sessions.putIfAbsent(
                    event.get("sessionId").textValue(),
                    summary(event, "sessionId", "actorId").set("createdAt", event.get("eventTimestamp")));
        }
        return request.answer(Page.of(request.json(), DEFAULT_PAGE)
                .cut(
                        "sessionSummaries",
                        new ArrayList<>(sessions.values()),
                        session -> session.get("sessionId").textValue()));
    }

    Answer listActors(StubRequest request) throws IOException, StubRefusal {
        Map<String, ObjectNode> actors = new TreeMap<>();
        for (ObjectNode event : events.under(request.label("memoryId"))) {
            actors.putIfAbsent(event.get("actorId").textValue(), summary(event, "actorId"));
        }
        return request.answer(Page.of(request.json(), DEFAULT_PAGE)
                .cut(
                        "actorSummaries",
                        new ArrayList<>(actors.values()),
                        actor -> actor.get("actorId").textValue()));
    }

    void reset() {
        events.clear();
        clientTokens.clear();
    }

    private ObjectNode event(String memory, JsonInput body) throws StubRefusal {
        JsonNode timestamp =
                body.any("eventTimestamp").orElseThrow(() -> StubRefusal.constraint("eventTimestamp", "not be null"));
        Instant time = Timestamps.read("eventTimestamp", timestamp);
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("memoryId", memory)
                .put("actorId", body.requiredText("actorId"))
                .put("sessionId", body.text("sessionId").orElseGet(ids::uuid))
                .put("eventId", newEventId(time));
        event.set("eventTimestamp", Timestamps.epochSeconds(time));
        event.set("payload", EventPayload.checked(body.requiredArray("payload")));
        body.object("branch").ifPresent(branch -> event.set("branch", branch));
        body.object("metadata").ifPresent(metadata -> event.set("metadata", metadata));
        return event;
    }

    /** Nineteen digits of milliseconds and eight of a counter, which keeps events of one millisecond in order. */
    private String newEventId(Instant time) {
        return String.format(Locale.ROOT, "%019d#%08x", time.toEpochMilli(), sequence.getAndIncrement());
    }

    private static ObjectNode wrapped(ObjectNode event) {
        return JsonNodeFactory.instance.objectNode().set("event", event);
    }

    private static ObjectNode summary(ObjectNode event, String... members) {
        return JsonNodeFactory.instance.objectNode().setAll(event.deepCopy().retain(members));
    }

    private static String eventId(ObjectNode event) {
        return event.get("eventId").textValue();
    }

    private static String key(ObjectNode event) {
        return BoundedStore.key(
                event.get("memoryId").textValue(),
                event.get("actorId").textValue(),
                event.get("sessionId").textValue(),
                eventId(event));
    }

    private static String key(StubRequest request) {
        return BoundedStore.key(
                request.label("memoryId"),
                request.label("actorId"),
                request.label("sessionId"),
                request.label("eventId"));
    }
}
