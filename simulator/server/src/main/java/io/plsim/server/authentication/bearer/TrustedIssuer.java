package io.plsim.server.authentication.bearer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An issuer that is trusted by configuration, found through its discovery document. Nothing is fetched before the first
 * token; what cannot be fetched makes tokens refused, never accepted.
 */
final class TrustedIssuer {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_BYTES = 100 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String discoveryUrl;
    private @Nullable TokenKeys found;

    TrustedIssuer(String discoveryUrl) {
        this.discoveryUrl = discoveryUrl;
    }

    /** Issuer name and keys; fetched once, the keys refreshed by Nimbus's caching source. */
    synchronized TokenKeys keys() throws IOException {
        if (found == null) {
            ResourceRetriever retriever = retriever();
            JsonNode document = MAPPER.readTree(
                    retriever.retrieveResource(url(discoveryUrl)).getContent());
            String issuer = document.path("issuer").asText("");
            String jwks = document.path("jwks_uri").asText("");
            if (issuer.isEmpty() || jwks.isEmpty()) {
                throw new IOException("the discovery document names no issuer or no jwks_uri");
            }
            found = new TokenKeys(
                    issuer,
                    JWKSourceBuilder.<SecurityContext>create(url(jwks), retriever).build());
        }
        return found;
    }

    private static URL url(String text) throws IOException {
        try {
            return URI.create(text).toURL();
        } catch (IllegalArgumentException noUrl) {
            throw new IOException("not a URL: " + text);
        }
    }

    /** Bounded in time and size, and never led elsewhere by a redirect. */
    private static ResourceRetriever retriever() {
        return new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES) {
            @Override
            protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
                HttpURLConnection connection = super.openHTTPConnection(url);
                connection.setInstanceFollowRedirects(false);
                return connection;
            }
        };
    }

    /** For the built-in issuer, whose keys need no fetching. */
    static Supplier<TokenKeys> of(BuiltInIssuer issuer) {
        TokenKeys keys = new TokenKeys(
                issuer.name(), (selector, context) -> selector.select(issuer.publicKeys()));
        return () -> keys;
    }
}
