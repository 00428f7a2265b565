package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Set;

/**
 * The signature of a token, checked by Nimbus with the algorithms of the configuration and the keys of the issuer. Keys
 * and URLs that the token itself brings along (jwk, jku, x5u, x5c) are never looked at.
 */
final class SignatureCheck {
    /** A plain JWT, an access token by RFC 9068 (Auth0 and Okta send it), or no type at all. */
    private static final JOSEObjectTypeVerifier<Keys> TYPES = new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null);

    private final Set<JWSAlgorithm> algorithms;
    private final DefaultJWTProcessor<Keys> processor = new DefaultJWTProcessor<>();

    /** The keys to check one token with. */
    private record Keys(JWKSet set) implements SecurityContext {}

    SignatureCheck(Set<JWSAlgorithm> algorithms) {
        this.algorithms = algorithms;
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(algorithms, (selector, keys) -> selector.select(keys.set())));
        processor.setJWSTypeVerifier(TYPES);
        // Issuer and times are checked by TokenVerifier: Nimbus's own verifier does not know the injected clock.
        processor.setJWTClaimsSetVerifier((claims, keys) -> {});
    }

    /** What can be refused before any key is at hand. */
    void checkHeader(JWSHeader header) throws TokenRefusedException {
        if (!algorithms.contains(header.getAlgorithm())) {
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_ALGORITHM_NOT_ALLOWED, "the token's alg is none of " + algorithms);
        }
        try {
            TYPES.verify(header.getType(), null);
        } catch (BadJOSEException otherType) {
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_TYPE_NOT_ALLOWED, "the token's typ must be JWT, at+jwt or absent");
        }
    }

    /** Checks the signature; keys that do not have the one that the token names are fetched anew, once. */
    void check(CompactToken token, KeySource source, TokenKeys known)
            throws TokenRefusedException, IssuerUnreachableException {
        if (isSigned(token, known)) {
            return;
        }
        TokenKeys newer = source.newerThan(known);
        if (newer == known || !newer.issuer().equals(known.issuer()) || !isSigned(token, newer)) {
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_KEY_UNKNOWN, "the issuer publishes no key for the token's kid and alg");
        }
    }

    /** True when the signature is good, false when no key fits; a signature that is wrong is refused. */
    private boolean isSigned(CompactToken token, TokenKeys keys) throws TokenRefusedException {
        try {
            processor.process(token.jwt(), new Keys(keys.keys()));
            return true;
        } catch (BadJWSException wrong) {
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_SIGNATURE_INVALID, "the signature does not fit the issuer's key");
        } catch (BadJOSEException noKey) {
            return false;
        } catch (JOSEException | RuntimeException unusable) {
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_SIGNATURE_INVALID, "the signature cannot be checked with the issuer's key");
        }
    }
}
