package io.plsim.server.forwarding.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the service model says about answers, and where JSON differs from it. */
final class ResponseShapes {
    private final JsonNode operations;
    private final JsonNode shapes;

    ResponseShapes() {
        JsonNode file = read("response-shapes.json");
        this.operations = file.get("operations");
        this.shapes = file.get("shapes");
    }

    static JsonNode read(String resource) {
        try (InputStream in = ResponseShapes.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> operations() {
        Set<String> names = new TreeSet<>();
        operations.fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode operation(String name) {
        return operations.get(name);
    }

    /** Everything about this JSON that the shape does not allow; values named in {@code free} may have any text. */
    List<String> differences(JsonNode value, String shape, Set<String> free) {
        List<String> found = new ArrayList<>();
        check(value, shape, "", free, found);
        return found;
    }

    private void check(JsonNode value, String name, String at, Set<String> free, List<String> found) {
        JsonNode shape = shapes.get(name);
        switch (shape.get("type").textValue()) {
            case "document" -> {}
            case "structure" -> structure(value, shape, at, free, found);
            case "list" -> {
                expect(value.isArray(), at, "a list", found);
                size(value.size(), shape, at, found);
                for (int i = 0; i < value.size(); i++) {
                    check(value.get(i), shape.get("member").textValue(), at + "/" + i, free, found);
                }
            }
            case "map" -> {
                expect(value.isObject(), at, "a map", found);
                value.properties()
                        .forEach(entry -> check(
                                entry.getValue(),
                                shape.get("value").textValue(),
                                at + "/" + entry.getKey(),
                                free,
                                found));
            }
            case "string" -> {
                expect(value.isTextual(), at, "a string", found);
                if (!free.contains(at.substring(at.lastIndexOf('/') + 1))) {
                    string(value.asText(), shape, at, found);
                }
            }
            case "timestamp" -> timestamp(value, shape, at, found);
            case "blob" -> expect(isBase64(value), at, "base64", found);
            case "boolean" -> expect(value.isBoolean(), at, "a boolean", found);
            case "integer" -> expect(value.isInt(), at, "an integer", found);
            case "long" -> expect(value.isIntegralNumber(), at, "a whole number", found);
            case "double", "float" -> expect(value.isNumber(), at, "a number", found);
            default -> found.add(at + " has the unknown type " + shape.get("type"));
        }
    }

    private void structure(JsonNode value, JsonNode shape, String at, Set<String> free, List<String> found) {
        expect(value.isObject(), at, "a structure", found);
        JsonNode members = shape.get("members");
        for (JsonNode required : shape.path("required")) {
            expect(value.has(required.textValue()), at, "complete; it lacks " + required, found);
        }
        if (shape.path("union").asBoolean()) {
            expect(value.size() == 1, at, "a union with one member", found);
        }
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String member = names.next();
            if (members.has(member)) {
                check(value.get(member), members.get(member).textValue(), at + "/" + member, free, found);
            } else {
                found.add(at + "/" + member + " is not in the model");
            }
        }
    }

    private static void string(String value, JsonNode shape, String at, List<String> found) {
        size(value.length(), shape, at, found);
        if (shape.has("pattern")) {
            expect(value.matches(shape.get("pattern").textValue()), at, "like " + shape.get("pattern"), found);
        }
        if (shape.has("enum")) {
            boolean listed = false;
            for (JsonNode allowed : shape.get("enum")) {
                listed |= allowed.textValue().equals(value);
            }
            expect(listed, at, "one of " + shape.get("enum") + ", not " + value, found);
        }
    }

    private static void size(int size, JsonNode shape, String at, List<String> found) {
        expect(size >= shape.path("min").asInt(0), at, "longer", found);
        expect(size <= shape.path("max").asInt(Integer.MAX_VALUE), at, "shorter", found);
    }

    private static void timestamp(JsonNode value, JsonNode shape, String at, List<String> found) {
        if (!shape.path("timestampFormat").asText().equals("iso8601")) {
            expect(value.isNumber() && value.asDouble() > 1e9 && value.asDouble() < 1e10, at, "epoch seconds", found);
            return;
        }
        try {
            Instant.parse(value.asText());
        } catch (DateTimeException notOne) {
            found.add(at + " is not ISO 8601");
        }
    }

    private static boolean isBase64(JsonNode value) {
        try {
            return value.isTextual() && Base64.getDecoder().decode(value.textValue()).length > 0;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static void expect(boolean holds, String at, String otherwise, List<String> found) {
        if (!holds) {
            found.add((at.isEmpty() ? "the body" : at) + " is not " + otherwise);
        }
    }
}
