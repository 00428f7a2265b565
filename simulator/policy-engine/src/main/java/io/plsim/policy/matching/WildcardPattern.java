package io.plsim.policy.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text pattern with {@code *} and {@code ?}, compiled once. Matching makes no garbage and never backtracks without bound:
 * it takes at most some five times pattern length times text length steps.
 */
public final class WildcardPattern {
    /** What one position of the pattern takes. */
    enum Kind {
        LITERAL,
        ONE,
        RUN,
        /** One character of the same ARN segment: no colon. */
        ONE_IN_SEGMENT,
        /** A run of characters of the same ARN segment: no colon. */
        RUN_IN_SEGMENT
    }

    private final char[] chars;
    private final Kind[] kinds;
    private final @Nullable String literal;
    private final boolean literalThenRun;
    private final String prefix;

    WildcardPattern(char[] chars, Kind[] kinds) {
        this.chars = chars;
        this.kinds = kinds;
        int first = 0;
        while (first < kinds.length && kinds[first] == Kind.LITERAL) {
            first++;
        }
        prefix = new String(chars, 0, first);
        literal = first == kinds.length ? prefix : null;
        literalThenRun = first == kinds.length - 1 && kinds[first] == Kind.RUN;
    }

    /** A pattern in which every {@code *} and {@code ?} is a wildcard. */
    public static WildcardPattern of(String text) {
        return ofTail(text, 0);
    }

    /** A pattern in which {@code *} and {@code ?} are wildcards from an index on and literal before it. */
    static WildcardPattern ofTail(String text, int from) {
        char[] chars = text.toCharArray();
        Kind[] kinds = new Kind[chars.length];
        Arrays.fill(kinds, Kind.LITERAL);
        for (int i = from; i < chars.length; i++) {
            kinds[i] = chars[i] == '*' ? Kind.RUN : chars[i] == '?' ? Kind.ONE : Kind.LITERAL;
        }
        return new WildcardPattern(chars, kinds);
    }

    /** The text before the first wildcard: every text that matches starts with it. */
    public String literalPrefix() {
        return prefix;
    }

    public boolean matches(String text) {
        if (literal != null) {
            return literal.equals(text);
        }
        return startsWithPrefix(text) && (literalThenRun || walk(text));
    }

    /** Names of one account and region differ at their end: a look at the last character of the prefix spares the rest. */
    private boolean startsWithPrefix(String text) {
        int last = prefix.length() - 1;
        return last < 0 || text.length() > last && text.charAt(last) == prefix.charAt(last) && text.startsWith(prefix);
    }

    /**
     * The usual walk: on a mismatch the last run takes one more character, and none before it needs to. A run that may not
     * cross a colon gives up at one; then the last run that may cross takes over.
     */
    private boolean walk(String text) {
        int at = prefix.length();
        int token = at;
        int run = -1;
        int runEnd = 0;
        int bound = -1;
        int boundEnd = 0;
        while (true) {
            if (token < kinds.length && kinds[token] == Kind.RUN) {
                run = token++;
                runEnd = at;
                bound = -1;
                if (token == kinds.length) {
                    return true;
                }
            } else if (token < kinds.length && kinds[token] == Kind.RUN_IN_SEGMENT) {
                bound = token++;
                boundEnd = at;
            } else if (token < kinds.length && at < text.length() && takes(token, text.charAt(at))) {
                token++;
                at++;
            } else if (token == kinds.length && at == text.length()) {
                return true;
            } else if (bound >= 0 && boundEnd < text.length() && text.charAt(boundEnd) != ':') {
                token = bound + 1;
                at = ++boundEnd;
            } else if (run >= 0 && runEnd < text.length()) {
                token = run + 1;
                at = ++runEnd;
                bound = -1;
            } else {
                return false;
            }
        }
    }

    private boolean takes(int token, char c) {
        return switch (kinds[token]) {
            case LITERAL -> chars[token] == c;
            case ONE -> true;
            case ONE_IN_SEGMENT -> c != ':';
            case RUN, RUN_IN_SEGMENT -> throw new IllegalStateException("a run is walked, not taken");
        };
    }
}
