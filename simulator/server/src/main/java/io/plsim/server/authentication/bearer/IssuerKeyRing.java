package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of the built-in issuer, made when first needed; they live as long as the process and never leave it. */
final class IssuerKeyRing {
    private static final int RSA_BITS = 2048;

    private @Nullable RSAKey first;
    private @Nullable RSAKey signing;
    private @Nullable RSAKey stranger;
    private @Nullable JWKSet published;

    /** The key that signs. */
    synchronized RSAKey signing() {
        if (signing == null) {
            first = make();
            signing = first;
        }
        return signing;
    }

    /** A key that is never published. */
    synchronized RSAKey stranger() {
        if (stranger == null) {
            stranger = make();
        }
        return stranger;
    }

    /** The public keys that are published now, the signing one first; the same object until that changes. */
    synchronized JWKSet published() {
        if (published == null) {
            published = new JWKSet(signing().toPublicJWK());
        }
        return published;
    }

    /** Signs with a new key from now on; the ones before stay published or are withdrawn. */
    synchronized void rotate(boolean keepOld) {
        List<JWK> keys = new ArrayList<>();
        if (keepOld) {
            keys.addAll(published().getKeys());
        } else {
            // The first key must exist to come back by a reset.
            signing();
        }
        RSAKey next = make();
        keys.add(0, next.toPublicJWK());
        signing = next;
        published = new JWKSet(keys);
    }

    /** Back to the first key alone, so that tokens from before a rotation are good again. */
    synchronized void reset() {
        signing = first;
        published = null;
    }

    private static RSAKey make() {
        try {
            return new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform makes RSA keys", impossible);
        }
    }
}
