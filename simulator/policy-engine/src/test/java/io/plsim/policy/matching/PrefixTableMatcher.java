package io.plsim.policy.matching;

/** Wildcards by dynamic programming: for each prefix of the pattern, which prefixes of the text it matches. */
final class PrefixTableMatcher {
    private PrefixTableMatcher() {}

    /** With {@code arn}, a wildcard before the fifth colon crosses no colon unless it is a star that ends its segment. */
    static boolean matches(String pattern, String text, boolean arn) {
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        int colons = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean head = arn && colons < 5;
            boolean ends = i + 1 == pattern.length() || pattern.charAt(i + 1) == ':';
            boolean[] next = new boolean[text.length() + 1];
            for (int at = 0; at <= text.length(); at++) {
                if (c == '*') {
                    boolean grows = at > 0 && next[at - 1] && (!head || ends || text.charAt(at - 1) != ':');
                    next[at] = reached[at] || grows;
                } else if (at > 0 && reached[at - 1]) {
                    next[at] = c == '?' ? !head || text.charAt(at - 1) != ':' : c == text.charAt(at - 1);
                }
            }
            reached = next;
            colons += c == ':' ? 1 : 0;
        }
        return reached[text.length()];
    }
}
