package io.plsim.server.forwarding.stub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One JSON object of a request. A member of the wrong type is a validation error, JSON null counts as absent. */
public record JsonInput(ObjectNode node) {

    public Optional<String> text(String name) throws StubRefusal {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw StubRefusal.constraint(name, "be a string");
        }
        return Optional.of(value.textValue());
    }

    /** A string that must be there and not be empty. */
    public String requiredText(String name) throws StubRefusal {
        String text = text(name).orElseThrow(() -> absent(name));
        if (text.isEmpty()) {
            throw StubRefusal.constraint(name, "have length greater than or equal to 1");
        }
        return text;
    }

    public Optional<ObjectNode> object(String name) throws StubRefusal {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw StubRefusal.constraint(name, "be a structure");
        }
        return Optional.of((ObjectNode) value);
    }

    public ObjectNode requiredObject(String name) throws StubRefusal {
        return object(name).orElseThrow(() -> absent(name));
    }

    public Optional<ArrayNode> array(String name) throws StubRefusal {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw StubRefusal.constraint(name, "be a list");
        }
        return Optional.of((ArrayNode) value);
    }

    public ArrayNode requiredArray(String name) throws StubRefusal {
        return array(name).orElseThrow(() -> absent(name));
    }

    public boolean flag(String name, boolean absent) throws StubRefusal {
        JsonNode value = value(name);
        if (value == null) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw StubRefusal.constraint(name, "be a boolean");
        }
        return value.booleanValue();
    }

    public OptionalInt integer(String name, int min, int max) throws StubRefusal {
        JsonNode value = value(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.isInt()) {
            throw StubRefusal.constraint(name, "be an integer");
        }
        return OptionalInt.of(within(name, value.intValue(), min, max));
    }

    /** Any value, untouched. */
    public Optional<JsonNode> any(String name) {
        return Optional.ofNullable(value(name));
    }

    static int within(String name, int value, int min, int max) throws StubRefusal {
        if (value < min) {
            throw StubRefusal.constraint(name, "have value greater than or equal to " + min);
        }
        if (value > max) {
            throw StubRefusal.constraint(name, "have value less than or equal to " + max);
        }
        return value;
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static StubRefusal absent(String name) {
        return StubRefusal.constraint(name, "not be null");
    }
}
