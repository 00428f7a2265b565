package io.plsim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.server.inbound.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request says in the places the catalogue looks at. Not a record: a body can hold tokens, which no
 * {@code toString} may print.
 */
final class RequestValues {
    private final Map<String, String> labels;
    private final Map<String, String> query;
    private final Headers headers;
    private final JsonNode body;
    private final JsonNode element;
    private final String gatewayId;

    RequestValues(
            Map<String, String> labels, Map<String, String> query, Headers headers, JsonNode body, String gatewayId) {
        this(labels, query, headers, body, body, gatewayId);
    }

    private RequestValues(
            Map<String, String> labels,
            Map<String, String> query,
            Headers headers,
            JsonNode body,
            JsonNode element,
            String gatewayId) {
        this.labels = labels;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.element = element;
        this.gatewayId = gatewayId;
    }

    /** The same request seen from one element of a list in its body. */
    RequestValues within(JsonNode one) {
        return new RequestValues(labels, query, headers, body, one, gatewayId);
    }

    @Nullable
    String label(String name) {
        return labels.get(name);
    }

    @Nullable
    String query(String name) {
        return query.get(name);
    }

    @Nullable
    String header(String name) {
        return headers.first(name).orElse(null);
    }

    String gatewayId() {
        return gatewayId;
    }

    /** The nodes at a pointer of the body; absent and null ones are left out. */
    List<JsonNode> body(String... names) {
        return at(body, names);
    }

    /** The nodes at a pointer of the current element. */
    List<JsonNode> element(String... names) {
        return at(element, names);
    }

    private static List<JsonNode> at(JsonNode start, String... names) {
        List<JsonNode> nodes = List.of(start);
        for (String name : names) {
            List<JsonNode> next = new ArrayList<>(1);
            for (JsonNode node : nodes) {
                if (name.equals("*")) {
                    node.forEach(next::add);
                } else {
                    next.add(node.path(name));
                }
            }
            nodes = next;
        }
        return nodes.stream().filter(n -> !n.isMissingNode() && !n.isNull()).toList();
    }
}
