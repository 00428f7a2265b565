package io.plsim.policy.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the reader finds wrong. */
final class Findings {
    private final List<PolicyFinding> all = new ArrayList<>();

    /** An error; the fix, if any, is a suggestion that somebody must agree to. */
    void error(DocumentError error, Place place, String message, @Nullable String fix) {
        all.add(PolicyFinding.at(place, Severity.ERROR, error.name(), message, fix, false));
    }

    /** An error whose fix, if any, can only mean what was meant. */
    void misspelt(DocumentError error, Place place, String message, @Nullable String fix) {
        all.add(PolicyFinding.at(place, Severity.ERROR, error.name(), message, fix, true));
    }

    /** Everything found, in the order of the document. */
    List<PolicyFinding> inOrder() {
        return all.stream()
                .sorted(Comparator.comparingInt(PolicyFinding::line).thenComparingInt(PolicyFinding::column))
                .toList();
    }
}
