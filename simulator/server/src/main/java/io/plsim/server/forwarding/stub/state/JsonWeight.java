package io.plsim.server.forwarding.stub.state;

import com.fasterxml.jackson.databind.JsonNode;

/** About how many bytes of heap a JSON value takes; small nodes weigh far more than their text. */
final class JsonWeight {
    private static final int NODE = 48;
    private static final int MEMBER = 64;

    private JsonWeight() {}

    static long of(JsonNode node) {
        long weight = NODE;
        if (node.isTextual()) {
            return weight + 2L * node.textValue().length();
        }
        if (node.isObject()) {
            for (var member : node.properties()) {
                weight += MEMBER + 2L * member.getKey().length() + of(member.getValue());
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                weight += Long.BYTES + of(element);
            }
        } else if (node.isBinary()) {
            weight += node.toString().length();
        }
        return weight;
    }
}
