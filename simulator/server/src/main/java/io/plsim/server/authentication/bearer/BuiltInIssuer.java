package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's own token issuer: made for tests, trusted by every runtime and gateway that names no issuer of its
 * own. Its key lives as long as the process and never leaves it.
 */
public final class BuiltInIssuer {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int RSA_BITS = 2048;

    private final String name;
    private final Clock clock;
    private final RSAKey key;

    public BuiltInIssuer(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
        try {
            key = new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform makes RSA keys", impossible);
        }
    }

    /** What it calls itself: the {@code iss} of its tokens. */
    public String name() {
        return name;
    }

    /**
     * Makes a token.
     *
     * @param claims claims beyond {@code iss}, {@code iat}, {@code exp} and {@code jti}; they win over the made-up ones
     * @param life how long it is valid; an hour when null
     */
    public String mint(Map<String, Object> claims, @Nullable Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(name)
                .subject("plsim-user")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life == null ? LIFE : life)))
                .jwtID(UUID.randomUUID().toString());
        claims.forEach(set::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                set.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the issuer's own key signs", impossible);
        }
        return token.serialize();
    }

    /** The public keys. */
    public JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    /** The discovery document. */
    public Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", name);
        document.put("jwks_uri", name + "/jwks");
        document.put("token_endpoint", name + "/token");
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return document;
    }
}
