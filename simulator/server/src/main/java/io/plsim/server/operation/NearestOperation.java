package io.plsim.server.operation;

import io.plsim.server.inbound.EndpointService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known request that an unknown one resembles most, for people who misspelt it. Runs for unknown requests
 * only, and looks at no more than the beginning of each.
 */
final class NearestOperation {
    private static final int MAX_SEGMENTS = 12;
    private static final int MAX_CHARACTERS = 48;
    private static final double OTHER_METHOD = 0.4;
    private static final double OTHER_ENDPOINT = 0.4;
    private static final double LABEL = 0.1;

    private final List<Known> known = new ArrayList<>();

    private record Known(String operation, EndpointService service, String method, List<String> segments) {}

    void add(String operation, EndpointService service, String method, String template) {
        known.add(new Known(operation, service, method, PathTrie.segments(template)));
    }

    /** The operation's name, or null when nothing is near. */
    @Nullable
    String to(EndpointService service, String method, String rawPath) {
        List<String> path = PathTrie.segments(rawPath);
        path = path.subList(0, Math.min(path.size(), MAX_SEGMENTS));
        String nearest = null;
        double least = Double.MAX_VALUE;
        for (Known candidate : known) {
            double distance = distance(path, candidate.segments())
                    + (candidate.method().equals(method) ? 0 : OTHER_METHOD)
                    + (candidate.service() == service ? 0 : OTHER_ENDPOINT);
            if (distance < least && distance < 0.5 * candidate.segments().size()) {
                least = distance;
                nearest = candidate.operation();
            }
        }
        return nearest;
    }

    /** Levenshtein over segments; two different segments cost the share of characters in which they differ. */
    private static double distance(List<String> path, List<String> template) {
        double[] previous = new double[template.size() + 1];
        for (int j = 0; j <= template.size(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= path.size(); i++) {
            double[] row = new double[template.size() + 1];
            row[0] = i;
            for (int j = 1; j <= template.size(); j++) {
                double change = previous[j - 1] + difference(path.get(i - 1), template.get(j - 1));
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[template.size()];
    }

    private static double difference(String segment, String expected) {
        if (PathTrie.isLabel(expected)) {
            return segment.isEmpty() ? 1 : LABEL;
        }
        if (segment.equals(expected)) {
            return 0;
        }
        String a = segment.substring(0, Math.min(segment.length(), MAX_CHARACTERS));
        String b = expected.substring(0, Math.min(expected.length(), MAX_CHARACTERS));
        return a.isEmpty() || b.isEmpty() ? 1 : (double) edits(a, b) / Math.max(a.length(), b.length());
    }

    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
