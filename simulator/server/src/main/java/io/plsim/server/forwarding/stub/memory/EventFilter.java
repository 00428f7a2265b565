package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code filter} of ListEvents.
 *
 * @param branch the branch whose events are wanted; empty for all
 * @param parents whether the events that the branch grew from are wanted too
 */
record EventFilter(Optional<String> branch, boolean parents, MetadataFilter metadata) {
    /** The branch of an event that names none. */
    private static final String MAIN = "main";

    static EventFilter of(JsonInput body) throws StubRefusal {
        Optional<ObjectNode> filter = body.object("filter");
        if (filter.isEmpty()) {
            return new EventFilter(Optional.empty(), false, MetadataFilter.NONE);
        }
        JsonInput input = new JsonInput(filter.get());
        MetadataFilter metadata = MetadataFilter.of(input, "eventMetadata");
        Optional<ObjectNode> branch = input.object("branch");
        if (branch.isEmpty()) {
            return new EventFilter(Optional.empty(), false, metadata);
        }
        JsonInput wanted = new JsonInput(branch.get());
        return new EventFilter(
                Optional.of(wanted.requiredText("name")), wanted.flag("includeParentBranches", false), metadata);
    }

    /** The events of one session that pass. */
    List<ObjectNode> apply(List<ObjectNode> events) {
        List<ObjectNode> found = branch.isEmpty() ? events : ofBranch(events, branch.get());
        return metadata.apply(found);
    }

    private List<ObjectNode> ofBranch(List<ObjectNode> events, String name) {
        List<ObjectNode> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String current = name;
        // Event ids are digits and '#': every one of them sorts before a colon.
        String upTo = ":";
        while (seen.add(current)) {
            Optional<String> root = Optional.empty();
            for (ObjectNode event : events) {
                if (current.equals(branchOf(event)) && id(event).compareTo(upTo) <= 0) {
                    found.add(event);
                    root = root.or(() ->
                            Optional.ofNullable(event.at("/branch/rootEventId").textValue()));
                }
            }
            if (!parents || root.isEmpty()) {
                break;
            }
            upTo = root.get();
            current = branchOfEvent(events, upTo);
        }
        return found;
    }

    private static String branchOfEvent(List<ObjectNode> events, String eventId) {
        for (ObjectNode event : events) {
            if (id(event).equals(eventId)) {
                return branchOf(event);
            }
        }
        return MAIN;
    }

    private static String branchOf(ObjectNode event) {
        JsonNode name = event.at("/branch/name");
        return name.isTextual() ? name.textValue() : MAIN;
    }

    private static String id(ObjectNode event) {
        return event.get("eventId").textValue();
    }
}
