package io.plsim.server.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.plsim.policy.request.MalformedRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of a JSON object as the text that was sent: a policy inside a request keeps its lines and columns, and its
 * duplicate keys are still there to be found.
 */
final class RawMembers {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RawMembers() {}

    /**
     * Takes an object apart; what is inside its values is checked for balance only.
     *
     * @throws MalformedRequestException when the text is no JSON object, or names a member twice
     */
    static Map<String, String> of(String json) throws MalformedRequestException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedRequestException("the request must be a JSON object");
            }
            Map<String, String> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                if (members.put(name, json.substring(start, end).strip()) != null) {
                    throw new MalformedRequestException("the field \"" + name + "\" appears twice");
                }
            }
            if (parser.nextToken() != null) {
                throw new MalformedRequestException("there is text after the request");
            }
            return members;
        } catch (JsonProcessingException malformed) {
            String reason = malformed.getOriginalMessage().lines().findFirst().orElse("");
            int where = reason.indexOf(" (start marker at");
            throw new MalformedRequestException(
                    "the request is not JSON: " + (where < 0 ? reason : reason.substring(0, where)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
