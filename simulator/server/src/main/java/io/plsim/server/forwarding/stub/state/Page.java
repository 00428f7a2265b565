package io.plsim.server.forwarding.stub.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a client asked to see of a list. The token names the last object seen and not a count, so objects that come and go
 * between two pages make no other object appear twice or never.
 *
 * @param size how many objects at most
 * @param token from the page before; empty for the first
 */
public record Page(int size, Optional<String> token) {
    private static final int MAX_SIZE = 100;

    /** The page that {@code maxResults} and {@code nextToken} of a body ask for. */
    public static Page of(JsonInput body, int defaultSize) throws StubRefusal {
        return new Page(body.integer("maxResults", 1, MAX_SIZE).orElse(defaultSize), body.text("nextToken"));
    }

    /** The page that {@code maxResults} and {@code nextToken} of a query ask for. */
    public static Page of(StubRequest request, int defaultSize) throws StubRefusal {
        return new Page(
                request.queryInteger("maxResults", 1, MAX_SIZE).orElse(defaultSize), request.query("nextToken"));
    }

    /**
     * Cuts this page out.
     *
     * @param member the name of the list in the answer
     * @param position a text that is different for each object and sorts the list
     */
    public ObjectNode cut(String member, List<ObjectNode> all, Function<ObjectNode, String> position)
            throws StubRefusal {
        return cut(member, all, position, Comparator.naturalOrder());
    }

    /** The same from the highest position to the lowest. */
    public ObjectNode cutBackwards(String member, List<ObjectNode> all, Function<ObjectNode, String> position)
            throws StubRefusal {
        return cut(member, all, position, Comparator.reverseOrder());
    }

    private ObjectNode cut(
            String member, List<ObjectNode> all, Function<ObjectNode, String> position, Comparator<String> order)
            throws StubRefusal {
        TreeMap<String, ObjectNode> sorted = new TreeMap<>(order);
        all.forEach(item -> sorted.put(position.apply(item), item));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray(member);
        Map<String, ObjectNode> rest = token.isEmpty() ? sorted : sorted.tailMap(decode(token.get()), false);
        String last = "";
        for (Map.Entry<String, ObjectNode> entry : rest.entrySet()) {
            if (items.size() == size) {
                answer.put("nextToken", encode(last));
                break;
            }
            items.add(entry.getValue());
            last = entry.getKey();
        }
        return answer;
    }

    private static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) throws StubRefusal {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw StubRefusal.validation("Invalid nextToken");
        }
    }
}
