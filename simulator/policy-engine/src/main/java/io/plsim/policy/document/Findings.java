package io.plsim.policy.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the reader finds wrong. */
final class Findings {
    private final List<PolicyFinding> all = new ArrayList<>();

    void error(String code, Place place, String message, @Nullable String fix) {
        all.add(new PolicyFinding(Severity.ERROR, code, place.pointer(), place.line(), place.column(), message, fix));
    }

    /** Everything found, in the order of the document. */
    List<PolicyFinding> inOrder() {
        return all.stream()
                .sorted(Comparator.comparingInt(PolicyFinding::line).thenComparingInt(PolicyFinding::column))
                .toList();
    }
}
