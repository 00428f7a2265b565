package io.plsim.server.authentication.sigv4;

/** Client text in a message: plain ASCII, bounded, and with everything that could be a token or signature masked. */
final class Quoted {
    private static final int LIMIT = 160;
    /** Longer than an access key, a region or a service name; shorter than signatures and the parts of tokens. */
    private static final int SECRET_RUN = 24;

    private Quoted() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder(Math.min(text.length(), LIMIT));
        int at = 0;
        while (at < text.length() && quoted.length() < LIMIT) {
            int end = at;
            while (end < text.length() && isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (end - at >= SECRET_RUN) {
                quoted.append("***");
            } else {
                quoted.append(text, at, end);
            }
            if (end < text.length()) {
                char c = text.charAt(end);
                quoted.append(c >= ' ' && c <= '~' ? c : '?');
            }
            at = end + 1;
        }
        return quoted.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
