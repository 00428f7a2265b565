package io.plsim.server.authentication.bearer;

import com.nimbusds.jwt.JWTClaimsSet;

/** What became of a bearer token. */
public sealed interface TokenProof {

    /** Signature, issuer and times are good; the claims are what the issuer says. */
    record Proven(JWTClaimsSet claims) implements TokenProof {
        @Override
        public String toString() {
            return "Proven[masked]";
        }
    }

    /**
     * The token is refused.
     *
     * @param detail for the decision record: what was expected, never what the token says
     */
    record Refused(TokenRefusal refusal, String detail) implements TokenProof {}
}
