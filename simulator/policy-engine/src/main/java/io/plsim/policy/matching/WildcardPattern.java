package io.plsim.policy.matching;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A text pattern with {@code *} and {@code ?}, compiled once. Matching never backtracks without bound: it takes at most
 * pattern length times text length steps.
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
    private final @Nullable String literalPrefix;
    private final boolean segmented;

    WildcardPattern(char[] chars, Kind[] kinds) {
        this.chars = chars;
        this.kinds = kinds;
        int wildcards = 0;
        boolean bound = false;
        for (Kind kind : kinds) {
            wildcards += kind == Kind.LITERAL ? 0 : 1;
            bound |= kind == Kind.ONE_IN_SEGMENT || kind == Kind.RUN_IN_SEGMENT;
        }
        segmented = bound;
        literal = wildcards == 0 ? new String(chars) : null;
        boolean trailingRun = wildcards == 1 && kinds.length > 0 && kinds[kinds.length - 1] == Kind.RUN;
        literalPrefix = trailingRun ? new String(chars, 0, chars.length - 1) : null;
    }

    /** A pattern in which every {@code *} and {@code ?} is a wildcard. */
    public static WildcardPattern of(String text) {
        char[] chars = text.toCharArray();
        Kind[] kinds = new Kind[chars.length];
        for (int i = 0; i < chars.length; i++) {
            kinds[i] = chars[i] == '*' ? Kind.RUN : chars[i] == '?' ? Kind.ONE : Kind.LITERAL;
        }
        return new WildcardPattern(chars, kinds);
    }

    /** A pattern without wildcards. */
    public static WildcardPattern literally(String text) {
        Kind[] kinds = new Kind[text.length()];
        Arrays.fill(kinds, Kind.LITERAL);
        return new WildcardPattern(text.toCharArray(), kinds);
    }

    public boolean matches(String text) {
        if (literal != null) {
            return literal.equals(text);
        }
        if (literalPrefix != null) {
            return text.startsWith(literalPrefix);
        }
        return segmented ? matchesSegmented(text) : matchesGreedily(text);
    }

    /** The usual two-pointer walk: on a mismatch the last run takes one more character. */
    private boolean matchesGreedily(String text) {
        int at = 0;
        int token = 0;
        int lastRun = -1;
        int resume = 0;
        while (at < text.length()) {
            if (token < kinds.length && kinds[token] == Kind.RUN) {
                lastRun = token++;
                resume = at;
            } else if (token < kinds.length && takes(token, text.charAt(at))) {
                token++;
                at++;
            } else if (lastRun >= 0) {
                token = lastRun + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (token < kinds.length && kinds[token] == Kind.RUN) {
            token++;
        }
        return token == kinds.length;
    }

    /** All positions at once, because a run that may not cross a colon cannot always take one more character. */
    private boolean matchesSegmented(String text) {
        BitSet positions = new BitSet(kinds.length + 1);
        positions.set(0);
        skipRuns(positions);
        for (int at = 0; at < text.length() && !positions.isEmpty(); at++) {
            char c = text.charAt(at);
            BitSet next = new BitSet(kinds.length + 1);
            for (int token = positions.nextSetBit(0); token >= 0; token = positions.nextSetBit(token + 1)) {
                if (token < kinds.length && takes(token, c)) {
                    boolean run = kinds[token] == Kind.RUN || kinds[token] == Kind.RUN_IN_SEGMENT;
                    next.set(run ? token : token + 1);
                }
            }
            skipRuns(next);
            positions = next;
        }
        return positions.get(kinds.length);
    }

    private void skipRuns(BitSet positions) {
        for (int token = positions.nextSetBit(0);
                token >= 0 && token < kinds.length;
                token = positions.nextSetBit(token + 1)) {
            if (kinds[token] == Kind.RUN || kinds[token] == Kind.RUN_IN_SEGMENT) {
                positions.set(token + 1);
            }
        }
    }

    private boolean takes(int token, char c) {
        return switch (kinds[token]) {
            case LITERAL -> chars[token] == c;
            case ONE, RUN -> true;
            case ONE_IN_SEGMENT, RUN_IN_SEGMENT -> c != ':';
        };
    }
}
