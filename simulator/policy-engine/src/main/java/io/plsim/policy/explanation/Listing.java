package io.plsim.policy.explanation;

import java.util.List;
import java.util.stream.Collectors;

/** Lists values for a person: the first few in quotes, then how many more there are. */
final class Listing {
    private Listing() {}

    static String of(List<String> values, int shown) {
        if (values.isEmpty()) {
            return "(empty list)";
        }
        String first =
                values.stream().limit(shown).map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
        int more = values.size() - shown;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
