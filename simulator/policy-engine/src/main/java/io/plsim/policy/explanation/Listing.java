package io.plsim.policy.explanation;

import java.util.List;
import java.util.stream.Collectors;

/** Lists values for a person: the first few in quotes, then how many more there are. */
final class Listing {
    private static final int LONGEST = 512;

    private Listing() {}

    static String of(List<String> values, int shown) {
        if (values.isEmpty()) {
            return "(empty list)";
        }
        String first = values.stream().limit(shown).map(Listing::quoted).collect(Collectors.joining(", "));
        int more = values.size() - shown;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** A value in quotes; a very long one, such as a header of a client, is cut. */
    static String quoted(String value) {
        String plain = Columns.plain(value);
        return plain.length() > LONGEST ? "\"" + plain.substring(0, LONGEST) + "...\"" : "\"" + plain + "\"";
    }
}
