package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's own token issuer: made for tests, trusted by every runtime and gateway that names no issuer of its
 * own, and able to misbehave. The simulator proves its tokens without asking over the network.
 */
public final class BuiltInIssuer {
    private final String name;
    private final IssuerKeyRing keys = new IssuerKeyRing();
    private final TokenMint mint;
    private volatile KeyService service = KeyService.UP;

    /** How the key set is served. */
    public record KeyService(boolean up, Duration delay) {
        public static final KeyService UP = new KeyService(true, Duration.ZERO);
        public static final KeyService DOWN = new KeyService(false, Duration.ZERO);

        public static KeyService slow(Duration delay) {
            return new KeyService(true, delay);
        }

        /** {@code up}, {@code down} or {@code slow}. */
        public String text() {
            return !up ? "down" : delay.isZero() ? "up" : "slow";
        }
    }

    public BuiltInIssuer(String name, Clock clock) {
        this.name = name;
        this.mint = new TokenMint(name, keys, clock);
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
     * @param fault what to do wrong; null for a good token
     */
    public String mint(Map<String, Object> claims, @Nullable Duration life, @Nullable TokenFault fault) {
        return mint.make(claims, life, fault);
    }

    /** The public keys. */
    public JWKSet publicKeys() {
        return keys.published();
    }

    /** The names of the published keys, the one that signs first. */
    public List<String> keyIds() {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    /** How the key set is served now. */
    public KeyService keyService() {
        return service;
    }

    /** Serves the key set so from now on; while it is down the simulator itself refuses the issuer's tokens too. */
    public void serveKeys(KeyService other) {
        service = other;
    }

    /** Signs with a new key from now on; with {@code keepOld} the ones before stay published. */
    public void rotateKeys(boolean keepOld) {
        keys.rotate(keepOld);
    }

    /** The first key and a key set that is up, as at the start. */
    public void reset() {
        keys.reset();
        service = KeyService.UP;
    }

    /** The discovery document; its URLs are below the issuer's name, from wherever it is read. */
    public Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", name);
        document.put("jwks_uri", name + "/jwks");
        document.put("token_endpoint", name + "/token");
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("response_types_supported", List.of("token"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return document;
    }
}
