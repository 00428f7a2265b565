package io.plsim.server.operation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON body that an operation's questions look at. Reading streams past everything else, so a large
 * body costs no memory; a member that is looked at and given twice is refused, because readers differ on which counts.
 */
final class BodyShape {
    private static final String ANY = "*";
    private static final int MAX_TEXT = 128 * 1024;
    private static final int MAX_ELEMENTS = 1000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final Map<String, BodyShape> members = new LinkedHashMap<>();

    /** Adds a pointer such as {@code /searchCriteria/memoryStrategyId}; {@code *} stands for every element or member. */
    void add(String pointer) {
        BodyShape shape = this;
        for (String name : names(pointer)) {
            shape = shape.members.computeIfAbsent(name, n -> new BodyShape());
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** The steps of a pointer; none for the empty pointer. */
    static String[] names(String pointer) {
        return pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
    }

    /**
     * Reads the members of this shape; an empty body reads as an empty object.
     *
     * @throws IOException when the body cannot be received
     */
    JsonNode read(InputStream body) throws IOException, MalformedRequestException {
        try (Reader utf8 = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder());
                JsonParser parser = JSON.createParser(utf8)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return NODES.objectNode();
            }
            if (first != JsonToken.START_OBJECT) {
                throw new MalformedRequestException("The request body is not a JSON object");
            }
            JsonNode object = readObject(parser);
            if (parser.nextToken() != null) {
                throw new MalformedRequestException("The request body goes on after its JSON object");
            }
            return object;
        } catch (JsonProcessingException | CharacterCodingException notJson) {
            throw new MalformedRequestException("The request body is not valid JSON");
        }
    }

    private ObjectNode readObject(JsonParser parser) throws IOException, MalformedRequestException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            BodyShape member = member(name);
            if (member == null) {
                parser.skipChildren();
            } else if (object.has(name)) {
                throw new MalformedRequestException("A member of the request body is given more than once");
            } else {
                object.set(name, member.readValue(parser));
                requireFew(object);
            }
        }
        return object;
    }

    private ArrayNode readArray(JsonParser parser) throws IOException, MalformedRequestException {
        ArrayNode array = NODES.arrayNode();
        BodyShape element = members.get(ANY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (element == null) {
                parser.skipChildren();
            } else {
                array.add(element.readValue(parser));
                requireFew(array);
            }
        }
        return array;
    }

    private JsonNode readValue(JsonParser parser) throws IOException, MalformedRequestException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> NODES.textNode(readText(parser));
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.booleanNode(true); // Some number or truth value: never the text that is looked for.
        };
    }

    private static String readText(JsonParser parser) throws IOException, MalformedRequestException {
        if (parser.getTextLength() > MAX_TEXT) {
            throw new MalformedRequestException("A member of the request body is too long");
        }
        return parser.getText();
    }

    private @Nullable BodyShape member(String name) {
        BodyShape member = members.get(name);
        return member == null ? members.get(ANY) : member;
    }

    private static void requireFew(JsonNode container) throws MalformedRequestException {
        if (container.size() > MAX_ELEMENTS) {
            throw new MalformedRequestException("A list in the request body is too long");
        }
    }
}
