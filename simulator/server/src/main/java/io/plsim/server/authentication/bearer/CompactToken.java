package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;

/**
 * A signed JWT in compact form, read but not proven. The text must be the one canonical spelling of the token: three
 * parts in strict base64url and nothing else, at most 16 KB; so one token never has two texts.
 */
record CompactToken(SignedJWT jwt, JWTClaimsSet claims) {
    static final int MAX_LENGTH = 16 * 1024;

    /** Reads a token. */
    static CompactToken read(String text) throws TokenRefusedException {
        if (text.length() > MAX_LENGTH) {
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_TOO_LONG, "the token is longer than " + MAX_LENGTH + " characters");
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        boolean strict = first > 0
                && second > 0
                && StrictBase64Url.isCanonical(text, 0, first)
                && StrictBase64Url.isCanonical(text, first + 1, second)
                && StrictBase64Url.isCanonical(text, second + 1, text.length());
        if (!strict) {
            throw malformed("the token is not three parts of strict base64url between two dots");
        }
        try {
            return read(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
        } catch (ParseException | RuntimeException noToken) {
            // Not the parser's message: it quotes the token.
            throw malformed("the token's header or claims are not the JSON of a signed JWT");
        }
    }

    private static CompactToken read(String header, String payload, String signature)
            throws ParseException, TokenRefusedException {
        Map<String, Object> fields = JSONObjectUtils.parse(new Base64URL(header).decodeToString());
        if (fields.containsKey("crit") || fields.containsKey("b64")) {
            // RFC 7515, 4.1.11: an extension that is not understood must be refused, and an empty list is malformed.
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_CRITICAL_HEADER,
                    "the token's header has crit or b64; no extension is understood");
        }
        if (fields.containsKey("kid") && !(fields.get("kid") instanceof String)) {
            throw new TokenRefusedException(TokenRefusal.TOKEN_KEY_UNKNOWN, "the token's kid is not text");
        }
        SignedJWT jwt = new SignedJWT(new Base64URL(header), new Base64URL(payload), new Base64URL(signature));
        return new CompactToken(jwt, jwt.getJWTClaimsSet());
    }

    private static TokenRefusedException malformed(String detail) {
        return new TokenRefusedException(TokenRefusal.TOKEN_MALFORMED, detail);
    }

    @Override
    public String toString() {
        return "CompactToken[masked]";
    }
}
