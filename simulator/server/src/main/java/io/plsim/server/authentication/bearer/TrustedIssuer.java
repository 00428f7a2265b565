package io.plsim.server.authentication.bearer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;

/**
 * An issuer that is trusted by configuration, found through its OpenID discovery document. The document, not its URL,
 * says what the issuer is called; it cannot lead from https to http.
 */
final class TrustedIssuer {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String discoveryUrl;
    private final IssuerHttp http;

    TrustedIssuer(String discoveryUrl, IssuerHttp http) {
        this.discoveryUrl = discoveryUrl;
        this.http = http;
    }

    /** Discovery document and key set, fetched anew. */
    TokenKeys fetch() throws IssuerUnreachableException {
        JsonNode document = discovery();
        String issuer = document.path("issuer").asText("");
        String jwksUri = document.path("jwks_uri").asText("");
        if (issuer.isEmpty() || jwksUri.isEmpty()) {
            throw IssuerHttp.unreachable(discoveryUrl, "names no issuer or no jwks_uri");
        }
        if (isHttps(discoveryUrl) && !isHttps(jwksUri)) {
            throw IssuerHttp.unreachable(discoveryUrl, "leads from https to a key set that is not");
        }
        try {
            return new TokenKeys(issuer, JWKSet.parse(http.get(jwksUri)));
        } catch (ParseException | RuntimeException noKeySet) {
            throw IssuerHttp.unreachable(jwksUri, "is no JSON Web Key Set");
        }
    }

    private JsonNode discovery() throws IssuerUnreachableException {
        try {
            return MAPPER.readTree(http.get(discoveryUrl));
        } catch (JsonProcessingException noJson) {
            throw IssuerHttp.unreachable(discoveryUrl, "is no JSON");
        }
    }

    private static boolean isHttps(String url) {
        return url.regionMatches(true, 0, "https:", 0, "https:".length());
    }
}
