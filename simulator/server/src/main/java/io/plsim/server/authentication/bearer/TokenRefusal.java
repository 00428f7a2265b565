package io.plsim.server.authentication.bearer;

import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;

/** Why a bearer token is not taken: the name stands in the decision record, the text goes to the client. */
public enum TokenRefusal {
    TOKEN_MALFORMED(AwsError.ACCESS_DENIED, "OAuth authorization failed: Failed to parse token"),
    TOKEN_TOO_LONG(AwsError.ACCESS_DENIED, "OAuth authorization failed: Failed to parse token"),
    TOKEN_ALGORITHM_NOT_ALLOWED(AwsError.UNAUTHORIZED, Text.INVALID),
    TOKEN_TYPE_NOT_ALLOWED(AwsError.UNAUTHORIZED, Text.INVALID),
    TOKEN_CRITICAL_HEADER(AwsError.UNAUTHORIZED, Text.INVALID),
    TOKEN_KEY_UNKNOWN(AwsError.UNAUTHORIZED, Text.INVALID),
    TOKEN_SIGNATURE_INVALID(AwsError.UNAUTHORIZED, Text.INVALID),
    TOKEN_WITHOUT_EXPIRY(AwsError.UNAUTHORIZED, Text.INVALID),
    TOKEN_EXPIRED(AwsError.UNAUTHORIZED, "Token has expired"),
    TOKEN_NOT_YET_VALID(AwsError.UNAUTHORIZED, "Token is not yet valid"),
    TOKEN_ISSUER_NOT_TRUSTED(AwsError.UNAUTHORIZED, "Claim 'iss' value mismatch with configuration."),
    /** Discovery document or key set cannot be had: nothing is proven, so nothing is let in. */
    ISSUER_UNREACHABLE(AwsError.UNAUTHORIZED, "The keys of the token's issuer cannot be fetched."),
    /** The token is good, but a check of the resource's authorizer refuses a claim. */
    TOKEN_CLAIM_MISMATCH(AwsError.UNAUTHORIZED, Text.INVALID);

    private final AwsError error;
    private final String message;

    TokenRefusal(AwsError error, String message) {
        this.error = error;
        this.message = message;
    }

    /** The refusal in AWS's words for a runtime, without dialect or challenge. */
    public Refusal refusal() {
        return Refusal.of(error, message).because(name());
    }

    /** Constants that an enum's own constructor calls can use. */
    private static final class Text {
        static final String INVALID = "OAuth authorization failed: Invalid token";
    }
}
