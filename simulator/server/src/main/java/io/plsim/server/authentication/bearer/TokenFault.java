package io.plsim.server.authentication.bearer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the built-in issuer does wrong with a token when a test asks for it: each makes a token that must be refused. */
public enum TokenFault {
    /** Signed by a stranger's key under the kid of the issuer's own. */
    WRONG_KEY,
    /** Signed by a key that is not (or no longer) published, under its own kid. */
    RETIRED_KEY,
    /** One bit of the signature is another. */
    BAD_SIGNATURE,
    /** Not signed at all: {@code alg: none}. */
    ALG_NONE,
    /** HS256 with the public key as the secret, the classic confusion. */
    ALG_CONFUSION,
    /** Issued under a name that nobody trusts. */
    WRONG_ISSUER,
    /** For an audience that nobody is. */
    WRONG_AUDIENCE,
    /** Expired an hour ago. */
    EXPIRED,
    /** Valid in an hour. */
    NOT_YET_VALID,
    /** Valid for ever, which nobody should take. */
    NO_EXPIRY;

    /** How it is written in forms and on the command line, such as {@code wrong-key}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TokenFault> of(String text) {
        return Arrays.stream(values())
                .filter(fault -> fault.text().equals(text))
                .findFirst();
    }

    /** Every fault as it is written. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(TokenFault::text).toList();
    }

    @Override
    public String toString() {
        return text();
    }
}
