package io.plsim.server.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Method and path templates compiled into one tree, so that finding a route is one walk over the raw segments.
 *
 * <p>A literal segment is compared with its escapes untouched and beats a label; a label is any segment that is not
 * empty. A trailing slash is a segment of its own (an empty literal). {@code %2F} never separates segments.
 */
final class PathTrie<T> {
    private final Node<T> root = new Node<>();

    /** Where a path led, and the raw text of its labels from left to right. */
    record Match<T>(T target, List<String> rawLabels) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> literals = new HashMap<>();
        private final Map<String, T> targets = new TreeMap<>();
        private @Nullable Node<T> label;
    }

    /**
     * Adds a template such as {@code /memories/{memoryId}/events}.
     *
     * @throws IllegalArgumentException when the same method and path are there already
     */
    void add(String method, String template, T target) {
        Node<T> node = root;
        for (String segment : segments(template)) {
            if (isLabel(segment)) {
                Node<T> next = node.label == null ? new Node<>() : node.label;
                node.label = next;
                node = next;
            } else {
                node = node.literals.computeIfAbsent(segment, s -> new Node<>());
            }
        }
        if (node.targets.putIfAbsent(method, target) != null) {
            throw new IllegalArgumentException(method + " " + template + " is in the catalogue twice");
        }
    }

    /** Whether the same template, whatever its labels are called, has a target for that method. */
    boolean contains(String method, String template) {
        Node<T> node = root;
        for (String segment : segments(template)) {
            Node<T> next = isLabel(segment) ? node.label : node.literals.get(segment);
            if (next == null) {
                return false;
            }
            node = next;
        }
        return node.targets.containsKey(method);
    }

    /** Finds the route of a request, or null. */
    @Nullable
    Match<T> find(String method, String rawPath) {
        if (!rawPath.startsWith("/")) {
            return null;
        }
        List<String> labels = new ArrayList<>(4);
        T target = walk(root, segments(rawPath), 0, method, labels);
        return target == null ? null : new Match<>(target, labels);
    }

    private static <T> @Nullable T walk(
            Node<T> node, List<String> path, int depth, String method, List<String> labels) {
        if (depth == path.size()) {
            return node.targets.get(method);
        }
        String segment = path.get(depth);
        Node<T> literal = node.literals.get(segment);
        if (literal != null) {
            T found = walk(literal, path, depth + 1, method, labels);
            if (found != null) {
                return found;
            }
        }
        if (node.label == null || segment.isEmpty()) {
            return null;
        }
        labels.add(segment);
        T found = walk(node.label, path, depth + 1, method, labels);
        if (found == null) {
            labels.remove(labels.size() - 1);
        }
        return found;
    }

    /** The segments after the first slash. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(8);
        int start = 1;
        for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        segments.add(path.substring(Math.min(start, path.length())));
        return segments;
    }

    static boolean isLabel(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** The names of a template's labels from left to right. */
    static List<String> labelNames(String template) {
        return segments(template).stream()
                .filter(PathTrie::isLabel)
                .map(s -> s.substring(1, s.length() - 1))
                .toList();
    }
}
