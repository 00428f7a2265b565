package io.plsim.policy.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.plsim.policy.document.JsonValue.Items;
import io.plsim.policy.document.JsonValue.Kind;
import io.plsim.policy.document.JsonValue.Member;
import io.plsim.policy.document.JsonValue.Members;
import io.plsim.policy.document.JsonValue.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads JSON text into values with places; reports malformed text and duplicate keys instead of throwing. */
final class JsonTextReader {
    /** A policy is five levels deep; anything far beyond that is an attack or an accident. */
    private static final int MAX_DEPTH = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final Findings findings;

    JsonTextReader(Findings findings) {
        this.findings = findings;
    }

    /** The value of the text, or empty when it is no JSON; then a finding says where. */
    Optional<JsonValue> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                findings.error(
                        DocumentError.MALFORMED_JSON, new Place("", 1, 1), "The policy document is empty.", null);
                return Optional.empty();
            }
            JsonValue value = value(parser, "");
            if (parser.nextToken() != null) {
                findings.error(
                        DocumentError.MALFORMED_JSON,
                        place(parser, ""),
                        "There is text after the policy document.",
                        null);
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            Place place = at == null
                    ? new Place("", 1, 1)
                    : new Place("", Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
            findings.error(DocumentError.MALFORMED_JSON, place, "The text is not JSON: " + sentence(malformed), null);
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from a string does no input or output", impossible);
        }
    }

    private JsonValue value(JsonParser parser, String pointer) throws IOException {
        Place place = place(parser, pointer);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return members(parser, place);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonValue> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, pointer + "/" + items.size()));
            }
            return new Items(place, items);
        }
        return new Scalar(place, kind(token), parser.getText());
    }

    private Members members(JsonParser parser, Place place) throws IOException {
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String pointer = place.pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
            Place at = place(parser, pointer);
            parser.nextToken();
            JsonValue value = value(parser, pointer);
            if (names.add(name)) {
                members.add(new Member(name, at, value));
            } else {
                findings.error(
                        DocumentError.DUPLICATE_KEY,
                        at,
                        "The key \"" + name + "\" appears twice in one object; keep one.",
                        null);
            }
        }
        return new Members(place, members);
    }

    private static Kind kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> Kind.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            default -> Kind.NULL;
        };
    }

    private static Place place(JsonParser parser, String pointer) {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(pointer, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** The parser's sentence, without where it read from: the finding has the place. */
    private static String sentence(JsonProcessingException malformed) {
        String message = malformed.getOriginalMessage().lines().findFirst().orElse("no reason given");
        int where = message.indexOf(" (start marker at");
        return (where < 0 ? message : message.substring(0, where)) + ".";
    }
}
