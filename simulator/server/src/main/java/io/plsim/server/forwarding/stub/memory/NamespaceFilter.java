package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import java.util.List;
import java.util.Optional;

/**
 * Which records a call is about.
 *
 * @param prefix what a namespace begins with, letter by letter
 * @param path what a namespace lies under, segment by segment
 * @param strategy the strategy that made the record
 */
record NamespaceFilter(Optional<String> prefix, Optional<String> path, Optional<String> strategy) {

    static NamespaceFilter of(JsonInput body) throws StubRefusal {
        Optional<String> prefix = body.text("namespace");
        Optional<String> path = body.text("namespacePath");
        if (prefix.isEmpty() && path.isEmpty()) {
            throw StubRefusal.validation("Either namespace or namespacePath is required");
        }
        return new NamespaceFilter(prefix, path, body.text("memoryStrategyId"));
    }

    NamespaceFilter withStrategy(Optional<String> other) {
        return new NamespaceFilter(prefix, path, other);
    }

    List<ObjectNode> apply(List<ObjectNode> records) {
        return records.stream().filter(this::matches).toList();
    }

    private boolean matches(ObjectNode record) {
        if (strategy.isPresent()
                && !strategy.get().equals(record.get("memoryStrategyId").textValue())) {
            return false;
        }
        for (JsonNode namespace : record.path("namespaces")) {
            if (matches(namespace.textValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String namespace) {
        return prefix.map(namespace::startsWith).orElse(true)
                && path.map(parent -> liesUnder(namespace, parent)).orElse(true);
    }

    private static boolean liesUnder(String namespace, String parent) {
        String folder = parent.endsWith("/") ? parent : parent + "/";
        return (namespace + "/").startsWith(folder);
    }
}
