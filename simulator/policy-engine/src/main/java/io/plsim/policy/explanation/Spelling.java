package io.plsim.policy.explanation;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant: at most two letters are put in, left out or changed, whatever the case. */
final class Spelling {
    private static final int SLIPS = 2;

    private Spelling() {}

    static Optional<String> nearest(String text, Collection<String> names) {
        Optional<String> nearest = Optional.empty();
        int least = SLIPS + 1;
        for (String name : names) {
            if (Math.abs(name.length() - text.length()) < least) {
                int edits = edits(text.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (edits < least) {
                    least = edits;
                    nearest = Optional.of(name);
                }
            }
        }
        return nearest;
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
