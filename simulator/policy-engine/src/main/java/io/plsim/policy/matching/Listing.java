package io.plsim.policy.matching;

import io.plsim.policy.document.PlacedText;
import java.util.List;
import java.util.stream.Collectors;

/** Lists values for a person: the first few, then how many more there are. */
final class Listing {
    private static final int SHOWN = 4;

    private Listing() {}

    static String of(List<PlacedText> values) {
        if (values.isEmpty()) {
            return "an empty list";
        }
        String shown = values.stream()
                .limit(SHOWN)
                .map(value -> "\"" + value.text() + "\"")
                .collect(Collectors.joining(", "));
        int more = values.size() - SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
