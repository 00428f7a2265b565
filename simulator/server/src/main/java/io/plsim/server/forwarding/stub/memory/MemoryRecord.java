package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.state.Timestamps;
import java.util.Locale;
import java.util.Optional;

/** A memory record as it is stored, which is also how it is answered. */
final class MemoryRecord {
    /** Every answer names a strategy; a record that was written without one says so. */
    private static final String NO_STRATEGY = "none";

    private MemoryRecord() {}

    static ObjectNode created(String id, JsonInput input) throws StubRefusal {
        JsonNode timestamp =
                input.any("timestamp").orElseThrow(() -> StubRefusal.constraint("timestamp", "not be null"));
        input.requiredArray("namespaces");
        input.requiredObject("content");
        ObjectNode record =
                JsonNodeFactory.instance.objectNode().put("memoryRecordId", id).put("memoryStrategyId", NO_STRATEGY);
        record.set("createdAt", Timestamps.epochSeconds(Timestamps.read("timestamp", timestamp)));
        return record.setAll(changes(input));
    }

    /** The members that a create or update call sets. */
    static ObjectNode changes(JsonInput input) throws StubRefusal {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        Optional<ObjectNode> content = input.object("content");
        if (content.isPresent()) {
            changes.putObject("content").put("text", new JsonInput(content.get()).requiredText("text"));
        }
        Optional<ArrayNode> namespaces = input.array("namespaces");
        if (namespaces.isPresent()) {
            for (JsonNode namespace : namespaces.get()) {
                if (!namespace.isTextual()) {
                    throw StubRefusal.constraint("namespaces", "be a list of strings");
                }
            }
            changes.set("namespaces", namespaces.get());
        }
        input.text("memoryStrategyId").ifPresent(strategy -> changes.put("memoryStrategyId", strategy));
        input.object("metadata").ifPresent(metadata -> changes.set("metadata", metadata));
        return changes;
    }

    static String text(ObjectNode record) {
        return record.at("/content/text").asText();
    }

    static String id(ObjectNode record) {
        return record.get("memoryRecordId").textValue();
    }

    /** Sorts records by age. */
    static String ageAndId(ObjectNode record) {
        return String.format(Locale.ROOT, "%016.3f", record.get("createdAt").decimalValue()) + id(record);
    }
}
