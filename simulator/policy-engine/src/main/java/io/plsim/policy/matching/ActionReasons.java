package io.plsim.policy.matching;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.document.PlacedText;
import java.util.List;
import java.util.Locale;

/** Says why an Action element covers an action or does not; which value covers it is the matcher's to find. */
final class ActionReasons {
    private final PatternElement element;
    private final ElementFinding[] covered;
    private final ElementFinding notCovered;

    ActionReasons(PatternElement element) {
        this.element = element;
        this.covered = new ElementFinding[element.values().size()];
        for (int i = 0; i < covered.length; i++) {
            Reason reason = element.inverted()
                    ? Reason.ACTION_EXCLUDED
                    : listed(element.values().get(i).text());
            covered[i] = new ElementFinding(element.name(), reason, i);
        }
        this.notCovered = new ElementFinding(element.name(), notCovered(), -1);
    }

    private Reason notCovered() {
        if (element.values().isEmpty()) {
            return Reason.ACTION_LIST_EMPTY;
        }
        return element.inverted() ? Reason.ACTION_NOT_EXCLUDED : Reason.ACTION_NOT_LISTED;
    }

    /** The finding of the element; {@code covering} is the index of the first value that covers the action, or -1. */
    ElementFinding of(int covering, String action) {
        if (covering >= 0) {
            return covered[covering];
        }
        if (element.inverted()) {
            return notCovered;
        }
        List<PlacedText> values = element.values();
        int colon = action.indexOf(':');
        for (int i = 0; i < values.size(); i++) {
            String written = values.get(i).text();
            int its = written.indexOf(':');
            if (its >= 0 && wildcard(written) < its) {
                return new ElementFinding(element.name(), Reason.ACTION_PREFIX_HAS_WILDCARD, i);
            }
            boolean samePrefix = its == colon && written.regionMatches(true, 0, action, 0, Math.max(colon, 0));
            if (!samePrefix && its >= 0 && colon >= 0 && sameName(written, its, action, colon)) {
                return new ElementFinding(element.name(), Reason.ACTION_OF_ANOTHER_SERVICE, i);
            }
        }
        return notCovered;
    }

    private static Reason listed(String written) {
        if (written.equals("*")) {
            return Reason.ACTION_EVERY;
        }
        return hasWildcard(written) ? Reason.ACTION_LISTED_BY_WILDCARD : Reason.ACTION_LISTED;
    }

    private static boolean sameName(String written, int its, String action, int colon) {
        int length = action.length() - colon;
        if (hasWildcard(written)) {
            return WildcardPattern.of(written.substring(its).toLowerCase(Locale.ROOT))
                    .matches(action.substring(colon).toLowerCase(Locale.ROOT));
        }
        return written.length() - its == length && written.regionMatches(true, its, action, colon, length);
    }

    private static boolean hasWildcard(String text) {
        return wildcard(text) < text.length();
    }

    /** Where the first wildcard is, or the length of the text. */
    private static int wildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                return i;
            }
        }
        return text.length();
    }
}
