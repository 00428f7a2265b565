package io.plsim.policy.lint.rule;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant: the one the fewest letters away. */
final class NearestName {
    private static final int LONGEST_NAME = 80;

    private NearestName() {}

    /** Empty when every name differs in more than a third of the letters. */
    static Optional<String> of(String text, Collection<String> names) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int closest = text.length() / 3 + 1;
        Optional<String> nearest = Optional.empty();
        for (String name : names) {
            if (Math.abs(name.length() - text.length()) < closest) {
                int distance = distance(lower, name.toLowerCase(Locale.ROOT), closest);
                if (distance < closest) {
                    closest = distance;
                    nearest = Optional.of(name);
                }
            }
        }
        return nearest;
    }

    /** Letters to put in, leave out, change, or swap with their neighbour; gives up at the limit. */
    private static int distance(String a, String b, int limit) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                best = Math.min(best, row[j]);
            }
            if (best > limit) {
                return limit;
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
