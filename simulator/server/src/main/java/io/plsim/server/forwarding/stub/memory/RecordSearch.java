package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A search by words, where AWS searches by meaning: a record scores the share of the query's words that it contains. */
final class RecordSearch {
    private final Set<String> words = new LinkedHashSet<>();

    RecordSearch(String query) {
        StringBuilder word = new StringBuilder();
        for (char c : (query.toLowerCase(Locale.ROOT) + " ").toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
    }

    /** The records with a score above zero, the best first. */
    List<ObjectNode> best(List<ObjectNode> records, int limit) {
        List<ObjectNode> found = new ArrayList<>();
        for (ObjectNode record : records) {
            double score = score(MemoryRecord.text(record).toLowerCase(Locale.ROOT));
            if (score > 0) {
                found.add(record.deepCopy().put("score", score));
            }
        }
        found.sort(Comparator.comparing(RecordSearch::rank));
        return found.subList(0, Math.min(limit, found.size()));
    }

    /** Sorts scored records, the best first. */
    static String rank(ObjectNode scored) {
        return String.format(Locale.ROOT, "%.6f", 1 - scored.get("score").doubleValue()) + MemoryRecord.id(scored);
    }

    private double score(String text) {
        if (words.isEmpty()) {
            return 0;
        }
        long hits = words.stream().filter(text::contains).count();
        return (double) hits / words.size();
    }
}
