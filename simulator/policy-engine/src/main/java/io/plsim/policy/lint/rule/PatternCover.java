package io.plsim.policy.lint.rule;

/** Whether everything that one wildcard pattern covers is covered by another; says no where it is not sure. */
final class PatternCover {
    private PatternCover() {}

    /** Reads the narrow pattern as text, in which a star is taken by a star alone. */
    static boolean covers(String wide, String narrow) {
        int at = 0;
        int token = 0;
        int lastRun = -1;
        int resume = 0;
        while (at < narrow.length()) {
            if (token < wide.length() && wide.charAt(token) == '*') {
                lastRun = token++;
                resume = at;
            } else if (token < wide.length() && takes(wide.charAt(token), narrow.charAt(at))) {
                token++;
                at++;
            } else if (lastRun >= 0) {
                token = lastRun + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (token < wide.length() && wide.charAt(token) == '*') {
            token++;
        }
        return token == wide.length();
    }

    private static boolean takes(char wide, char narrow) {
        return wide == '?' ? narrow != '*' : wide == narrow;
    }
}
