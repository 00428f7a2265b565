package io.plsim.server.authentication.bearer;

import java.util.Optional;

/**
 * The {@code Authorization: Bearer ...} header (RFC 6750, 2.1). The scheme's name is compared without regard to case; the
 * token follows after exactly one blank, and whatever else is there makes it a malformed token, never another scheme.
 */
public final class BearerHeader {
    private static final String SCHEME = "Bearer";

    private BearerHeader() {}

    /** The text in the token's place, unchecked; empty when the header is of another scheme. */
    public static Optional<String> token(String header) {
        boolean named = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        if (!named || header.length() > SCHEME.length() && isNamePart(header.charAt(SCHEME.length()))) {
            return Optional.empty();
        }
        String rest = header.substring(SCHEME.length());
        return Optional.of(rest.startsWith(" ") ? rest.substring(1) : rest);
    }

    /** Whether a character would make the scheme's name longer (RFC 9110, token). */
    private static boolean isNamePart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }
}
