package io.plsim.clients;

import static io.plsim.clients.TokenForge.encoded;
import static io.plsim.clients.TokenForge.withSignature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.time.Instant;
import java.util.List;

/** The table of bearer cases; the simulator's clock stands still, so that the limits of times are exact. */
final class BearerRows {
    /** A claim's value that no record may hold. */
    static final String SECRET_CLAIM = "hunter2-secret-claim";

    static final String MISMATCH =
            "Authorization method mismatch. The agent is configured for a different authorization"
                    + " method than what was used in your request. Check the agent's authorization configuration and ensure your"
                    + " request uses the matching method (OAuth or SigV4)";

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final long T = NOW.getEpochSecond();
    private static final String RS256 = "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"typ\":\"JWT\"}";
    private static final String ES256 = "{\"alg\":\"ES256\",\"kid\":\"ec-1\"}";
    private static final String RUNTIMES = "/runtimes/";
    private static final String ACCOUNT = "?accountId=111122223333";

    private final TokenForge forge;
    private final LocalIdp idp;
    private final String issuer;

    BearerRows(TokenForge forge, LocalIdp idp) {
        this.forge = forge;
        this.idp = idp;
        this.issuer = idp.issuer("idp");
    }

    String configuration() {
        return """
                clock: %s
                tokens: {algorithms: [RS256, ES256]}
                resources:
                  runtimes:
                    - {id: plain, authorizer: {customJWTAuthorizer: {discoveryUrl: "%2$s", allowedClients: [web]}}}
                    - {id: for-audience, authorizer: {customJWTAuthorizer: {discoveryUrl: "%2$s", allowedAudience: [api]}}}
                    - id: access-tokens
                      authorizer:
                        customJWTAuthorizer:
                          discoveryUrl: "%2$s"
                          customClaims:
                            - inboundTokenClaimName: token_use
                              inboundTokenClaimValueType: STRING
                              authorizingClaimMatchValue: {claimMatchOperator: EQUALS, claimMatchValue: {matchValueString: access}}
                    - {id: renamed, authorizer: {customJWTAuthorizer: {discoveryUrl: "%3$s", allowedClients: [web]}}}
                    - {id: down, authorizer: {customJWTAuthorizer: {discoveryUrl: "%4$s", allowedClients: [web]}}}
                    - {id: no-keys, authorizer: {customJWTAuthorizer: {discoveryUrl: "%5$s", allowedClients: [web]}}}
                    - {id: signed-only, authorizerType: AWS_IAM}
                """.formatted(NOW, url("idp"), url("renamed"), url("down"), url("no-keys"));
    }

    private String url(String tenant) {
        return idp.issuer(tenant) + LocalIdp.DISCOVERY;
    }

    List<BearerRow> signatures() throws JOSEException {
        String good = good();
        String evil = "\"jku\":\"" + idp.issuer("attacker") + "/jwks\",\"x5u\":\"" + idp.issuer("attacker") + "/x5u\"";
        String jwk = "\"jwk\":" + forge.stranger.toPublicJWK().toJSONString();
        return List.of(
                row("J1 alg none without a signature", withSignature("{\"alg\":\"none\"}", good, ""))
                        .malformed(),
                row("J1 alg none with a signature", forge.rs256("{\"alg\":\"none\",\"kid\":\"rsa-1\"}", good))
                        .malformed(),
                row("J1 alg None", forge.rs256("{\"alg\":\"None\",\"kid\":\"rsa-1\"}", good))
                        .invalid("TOKEN_ALGORITHM_NOT_ALLOWED"),
                row("J1 alg NONE", forge.rs256("{\"alg\":\"NONE\",\"kid\":\"rsa-1\"}", good))
                        .invalid("TOKEN_ALGORITHM_NOT_ALLOWED"),
                row("J2 HS256 with the RSA public key", confused(good)).invalid("TOKEN_ALGORITHM_NOT_ALLOWED"),
                row("J2 an algorithm that is not on the list", forge.ps256(RS256.replace("RS256", "PS256"), good))
                        .invalid("TOKEN_ALGORITHM_NOT_ALLOWED"),
                row("J2 the other algorithm on the list", forge.es256(ES256, good))
                        .accepted(),
                row("J3 the attacker's key as jwk", forge.rs256By(forge.stranger, with(jwk), good))
                        .invalid("TOKEN_SIGNATURE_INVALID"),
                row("J3 the attacker's key behind jku and x5u", forge.rs256By(forge.stranger, with(evil), good))
                        .invalid("TOKEN_SIGNATURE_INVALID"),
                row("J3 a right signature beside jku and x5u", forge.rs256(with(evil), good))
                        .accepted(),
                row("J3 a certificate as x5c", forge.rs256By(forge.stranger, with("\"x5c\":[\"MIIB\"]"), good))
                        .invalid("TOKEN_SIGNATURE_INVALID"),
                row("J4 an unknown kid", forge.rs256(kid("\"nobody\""), good)).invalid("TOKEN_KEY_UNKNOWN"),
                row("J4 a path as kid", forge.rs256(kid("\"../../etc/passwd\""), good))
                        .invalid("TOKEN_KEY_UNKNOWN"),
                row("J4 SQL as kid", forge.rs256(kid("\"' OR 1=1 --\""), good)).invalid("TOKEN_KEY_UNKNOWN"),
                row("J4 a number as kid", forge.rs256(kid("1"), good)).invalid("TOKEN_KEY_UNKNOWN"),
                row("J4 the kid of a key of another type", forge.rs256(kid("\"ec-1\""), good))
                        .invalid("TOKEN_KEY_UNKNOWN"),
                row("J4 no kid where one key fits", forge.rs256("{\"alg\":\"RS256\"}", good))
                        .accepted(),
                row("J5 an unknown critical header", forge.rs256(with("\"crit\":[\"exp\"],\"exp\":1"), good))
                        .invalid("TOKEN_CRITICAL_HEADER"),
                row("J5 crit with b64", forge.rs256(with("\"crit\":[\"b64\"],\"b64\":false"), good))
                        .invalid("TOKEN_CRITICAL_HEADER"),
                row("J5 b64 without crit", forge.rs256(with("\"b64\":false"), good))
                        .invalid("TOKEN_CRITICAL_HEADER"),
                row("J6 an empty crit", forge.rs256(with("\"crit\":[]"), good)).invalid("TOKEN_CRITICAL_HEADER"),
                row("J7 a doubled header name", forge.rs256(with("\"kid\":\"rsa-1\""), good))
                        .malformed(),
                row("J7 a doubled claim", forge.rs256(RS256, more("\"client_id\":\"web\"")))
                        .malformed(),
                row(
                                "J15 r and s are zero",
                                withSignature(
                                        ES256,
                                        good,
                                        Base64URL.encode(new byte[64]).toString()))
                        .invalid("TOKEN_SIGNATURE_INVALID"),
                row("J15 ECDSA in DER form", der(forge.es256(ES256, good))).invalid("TOKEN_SIGNATURE_INVALID"),
                row("J15 a flipped bit", flipped(forge.rs256(RS256, good))).invalid("TOKEN_SIGNATURE_INVALID"),
                row("J15 an empty signature", withSignature(RS256, good, "")).malformed(),
                row("J25 a stranger's key under the issuer's name", forge.rs256By(forge.stranger, RS256, good))
                        .invalid("TOKEN_SIGNATURE_INVALID"));
    }

    List<BearerRow> claims() throws JOSEException {
        return List.of(
                times("J8 expired as long as the clocks may differ", "\"exp\":" + (T - 60))
                        .accepted(),
                times("J8 expired one second longer", "\"exp\":" + (T - 61))
                        .unauthorized("Token has expired", "TOKEN_EXPIRED"),
                times("J8 valid as soon as the clocks may differ", "\"exp\":" + (T + 600) + ",\"nbf\":" + (T + 60))
                        .accepted(),
                times("J8 valid one second later", "\"exp\":" + (T + 600) + ",\"nbf\":" + (T + 61))
                        .unauthorized("Token is not yet valid", "TOKEN_NOT_YET_VALID"),
                times("J9 exp null", "\"exp\":null").invalid("TOKEN_WITHOUT_EXPIRY"),
                times("J9 no exp", "\"x\":1").invalid("TOKEN_WITHOUT_EXPIRY"),
                times("J10 exp as text", "\"exp\":\"" + (T + 600) + "\"").malformed(),
                times("J10 exp true", "\"exp\":true").malformed(),
                times("J10 exp beyond all numbers", "\"exp\":1e400").malformed(),
                times("J10 a negative exp", "\"exp\":-1").unauthorized("Token has expired", "TOKEN_EXPIRED"),
                times("J10 exp with a fraction", "\"exp\":" + (T + 600) + ".5").accepted(),
                times("J11 issued an hour ahead", "\"exp\":" + (T + 7200) + ",\"iat\":" + (T + 3600))
                        .accepted(),
                issued("J12 another issuer", "\"iss\":\"https://elsewhere.example.com\"")
                        .foreign(),
                issued("J12 the issuer with a slash", "\"iss\":\"" + issuer + "/\"")
                        .foreign(),
                issued("J12 no issuer", "\"x\":1").foreign(),
                audience("J12 another audience", "\"aud\":\"elsewhere\"").claim("aud"),
                audience("J12 no audience", "\"x\":1").claim("aud"),
                audience("J12 a number as audience", "\"aud\":7").malformed(),
                audience("J12 an empty list as audience", "\"aud\":[]").claim("aud"),
                audience("J12 the audience in a list", "\"aud\":[\"elsewhere\",\"api\"]")
                        .accepted(),
                row("J13 typ at+jwt", forge.rs256(typ("at+jwt"), good())).accepted(),
                row("J13 typ application/at+jwt", forge.rs256(typ("application/at+jwt"), good()))
                        .accepted(),
                row("J13 typ in lower case", forge.rs256(typ("jwt"), good())).accepted(),
                row("J13 no typ", forge.rs256("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", good()))
                        .accepted(),
                row("J13 another typ", forge.rs256(typ("dpop+jwt"), good())).invalid("TOKEN_TYPE_NOT_ALLOWED"),
                at("for-audience", "J25 an access token where an audience is wanted", forge.rs256(RS256, good()))
                        .claim("aud"),
                row("J25 an ID token where a client is wanted", forge.rs256(RS256, payload(issuer, "\"aud\":\"web\"")))
                        .claim("client_id"),
                at("access-tokens", "J25 token_use access", forge.rs256(RS256, more("\"token_use\":\"access\"")))
                        .accepted(),
                at("access-tokens", "J25 token_use id", forge.rs256(RS256, more("\"token_use\":\"id\"")))
                        .unauthorized(
                                "Claim 'token_use' value mismatch with configuration. Authorization denied.",
                                "TOKEN_CLAIM_MISMATCH"),
                row("J25 Okta's cid for the client", forge.rs256(RS256, payload(issuer, "\"cid\":\"web\"")))
                        .claim("client_id"),
                row(
                                "J25 Entra's azp and appid",
                                forge.rs256(RS256, payload(issuer, "\"azp\":\"web\",\"appid\":\"web\"")))
                        .claim("client_id"),
                row("J25 another client", forge.rs256(RS256, payload(issuer, "\"client_id\":\"else\"")))
                        .claim("client_id"),
                row("J25 a number as client", forge.rs256(RS256, payload(issuer, "\"client_id\":7")))
                        .claim("client_id"));
    }

    List<BearerRow> issuers() throws JOSEException {
        String renamed = payload("https://renamed.example.com", "\"client_id\":\"web\"");
        return List.of(
                at("renamed", "J12 the issuer that the discovery document names", forge.rs256(RS256, renamed))
                        .accepted(),
                at("renamed", "J12 the issuer that only the URL suggests", forge.rs256(RS256, named("renamed")))
                        .foreign(),
                row("J25 another tenant with the same keys", forge.rs256(RS256, named("other-tenant")))
                        .foreign(),
                at("down", "J18 the discovery document cannot be had", forge.rs256(RS256, named("down")))
                        .unauthorized("The keys of the token's issuer cannot be fetched.", "ISSUER_UNREACHABLE"),
                at("no-keys", "J19 an empty key set", forge.rs256(RS256, named("no-keys")))
                        .invalid("TOKEN_KEY_UNKNOWN"),
                at("signed-only", "S40 a token to a runtime that wants signatures", forge.rs256(RS256, good()))
                        .refused(403, "AccessDeniedException", MISMATCH, "AUTHORIZATION_METHOD_MISMATCH"));
    }

    List<BearerRow> forms() throws JOSEException {
        String token = forge.rs256(RS256, good());
        String missing = "Missing Authentication Token";
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        return List.of(
                row("J14 five parts", encoded("{\"alg\":\"RSA-OAEP\",\"enc\":\"A128GCM\"}") + ".a.b.c.d")
                        .malformed(),
                row(
                                "J14 a JWE header on three parts",
                                withSignature("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}", good(), "AAAA"))
                        .malformed(),
                row("J14 a token in a token", forge.rs256(with("\"cty\":\"JWT\""), token))
                        .malformed(),
                row("J14 the JSON serialization", "{\"payload\":\"e30\",\"signatures\":[]}")
                        .malformed(),
                row("J16 a leading blank", " " + token).malformed(),
                row("J16 padding", token + "==").malformed(),
                row("J16 the other alphabet", otherAlphabet(token)).malformed(),
                row("J16 a trailing character beyond ASCII", token + "\u00e9").malformed(),
                row("J16 another spelling of the last character", respelled(token))
                        .malformed(),
                row("J17 longer than 16 KB", token + "A".repeat(16_384)).tooLong(),
                row("J17 50 KB of garbage", "A".repeat(50_000)).tooLong(),
                row("J17 twelve thousand dots", ".".repeat(12_000)).malformed(),
                row("J17 arrays five thousand deep", forge.rs256(RS256, "{\"a\":" + deep + "}"))
                        .malformed(),
                row(
                                "J17 a large token below the limit",
                                forge.rs256(RS256, more("\"big\":\"" + "x".repeat(9_000) + "\"")))
                        .accepted(),
                row(
                                "J17 PBES2 with 2^31 rounds",
                                encoded("{\"alg\":\"PBES2-HS256+A128KW\",\"p2c\":2147483647}") + ".a.b.c.d")
                        .malformed(),
                request("J22 in the query", post("plain", ACCOUNT + "&access_token=" + token, ""), token)
                        .unauthorized(missing, ""),
                request("J22 in the form body", form("access_token=" + token), token)
                        .unauthorized(missing, ""),
                header("J22 the scheme in lower case", "bearer " + token, token).accepted(),
                header("J22 two blanks", "Bearer  " + token, token).malformed(),
                header("J22 a tab", "Bearer\t" + token, token).malformed(),
                header("J22 a comma and another one", "Bearer " + token + ", Bearer " + token, token)
                        .malformed(),
                header("J22 in quotes", "Bearer \"" + token + "\"", token).malformed(),
                header("J22 nothing behind the scheme", "Bearer ", "no-token").malformed(),
                header("J22 an opaque token", "Bearer 2YotnFZFEjr1zCsicMWpAA", "2YotnFZFEjr1zCsicMWpAA")
                        .malformed(),
                header("J22 three words that are no token", "Bearer not.a.token", "not.a.token")
                        .malformed(),
                header("J22 an empty Authorization header", "", "no-token").unauthorized(missing, ""),
                request(
                                "J23 what a replaced signature left behind",
                                post(
                                        "plain",
                                        ACCOUNT,
                                        "Authorization: Bearer " + token
                                                + "\r\nX-Amz-Date: 20261123T120000Z\r\nX-Amz-Security-Token: EXAMPLE\r\n"),
                                token)
                        .accepted());
    }

    List<BearerRow> webSockets() throws JOSEException {
        String token = forge.rs256(RS256, good());
        String offered = "base64UrlBearerAuthorization." + encoded(token);
        String sentinel = "base64UrlBearerAuthorization";
        String long4096 = forge.rs256(RS256, more("\"big\":\"" + "x".repeat(3_000) + "\""));
        String padded = Base64.encode(token + "  ").toString();
        return List.of(
                webSocket("J24 token and sentinel", offered + ", " + sentinel, "", token)
                        .accepted(),
                webSocket("J24 the sentinel first, and another protocol", sentinel + ",chat," + offered, "", token)
                        .accepted(),
                webSocket("J24 no token", sentinel, "", token).unauthorized("Missing Authentication Token", ""),
                webSocket("J24 no sentinel", offered, "", token).malformed(),
                webSocket("J24 two tokens", offered + ", " + offered + ", " + sentinel, "", token)
                        .malformed(),
                webSocket("J24 standard base64", sentinel + "." + padded + ", " + sentinel, "", token)
                        .malformed(),
                webSocket(
                                "J24 a line end behind the token",
                                sentinel + "." + encoded(token + "\n") + "," + sentinel,
                                "",
                                token)
                        .malformed(),
                webSocket(
                                "J24 more than 4096 characters",
                                sentinel + "." + encoded(long4096) + ", " + sentinel,
                                "",
                                long4096)
                        .malformed(),
                webSocket(
                                "J24 in the header and in the subprotocol",
                                offered + ", " + sentinel,
                                "Authorization: Bearer " + token + "\r\n",
                                token)
                        .refused(
                                403,
                                "AccessDeniedException",
                                "A request carries its credentials once: in a header, in the query or in the"
                                        + " subprotocol.",
                                "TWO_CREDENTIALS"),
                webSocket("J24 in the header alone", "chat", "Authorization: Bearer " + token + "\r\n", token)
                        .accepted());
    }

    private static String good(String issuer) {
        return payload(issuer, "\"client_id\":\"web\"");
    }

    private String good() {
        return good(issuer);
    }

    private String named(String tenant) {
        return good(idp.issuer(tenant));
    }

    private String more(String claims) {
        return payload(issuer, "\"client_id\":\"web\"," + claims);
    }

    private static String payload(String iss, String claims) {
        return "{\"iss\":\"%s\",\"exp\":%d,\"note\":\"%s\",%s}".formatted(iss, T + 600, SECRET_CLAIM, claims);
    }

    private Row times(String name, String times) throws JOSEException {
        return row(name, forge.rs256(RS256, "{\"iss\":\"%s\",\"client_id\":\"web\",%s}".formatted(issuer, times)));
    }

    private Row issued(String name, String iss) throws JOSEException {
        return row(name, forge.rs256(RS256, "{\"exp\":%d,\"client_id\":\"web\",%s}".formatted(T + 600, iss)));
    }

    private Row audience(String name, String aud) throws JOSEException {
        return at("for-audience", name, forge.rs256(RS256, payload(issuer, aud)));
    }

    private static String with(String more) {
        return RS256.replace("}", "," + more + "}");
    }

    private static String kid(String json) {
        return "{\"alg\":\"RS256\",\"kid\":" + json + "}";
    }

    private static String typ(String typ) {
        return RS256.replace("JWT", typ);
    }

    private String confused(String payload) throws JOSEException {
        return forge.hs256(forge.rsa.toRSAPublicKey().getEncoded(), RS256.replace("RS256", "HS256"), payload);
    }

    private static String der(String token) throws JOSEException {
        int dot = token.lastIndexOf('.') + 1;
        byte[] jose = new Base64URL(token.substring(dot)).decode();
        return token.substring(0, dot) + Base64URL.encode(ECDSA.transcodeSignatureToDER(jose));
    }

    private static String flipped(String token) {
        int dot = token.lastIndexOf('.') + 1;
        byte[] signature = new Base64URL(token.substring(dot)).decode();
        signature[7] ^= 4;
        return token.substring(0, dot) + Base64URL.encode(signature);
    }

    private static String otherAlphabet(String token) {
        return token.substring(0, token.length() - 3) + "+/A";
    }

    /** 342 characters hold 256 bytes: the last one has four bits that a lenient decoder drops. */
    private static String respelled(String token) {
        char last = token.charAt(token.length() - 1);
        return token.substring(0, token.length() - 1) + (char) (last + 1);
    }

    private static Row row(String name, String token) {
        return at("plain", name, token);
    }

    private static Row at(String runtime, String name, String token) {
        return request(name, post(runtime, ACCOUNT, "Authorization: Bearer " + token + "\r\n"), token);
    }

    private static Row header(String name, String authorization, String token) {
        return request(name, post("plain", ACCOUNT, "Authorization: " + authorization + "\r\n"), token);
    }

    private static Row request(String name, String request, String token) {
        return new Row(new BearerRow(name, request, token, 0, "", "", ""));
    }

    private static Row webSocket(String name, String protocols, String more, String token) {
        return request(
                name,
                "GET " + RUNTIMES + "plain/ws" + ACCOUNT + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + protocols + "\r\n"
                        + more + "\r\n",
                token);
    }

    private static String post(String runtime, String query, String headers) {
        return "POST " + RUNTIMES + runtime + "/invocations" + query + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + "Content-Length: 2\r\n\r\n{}";
    }

    private static String form(String body) {
        return "POST " + RUNTIMES + "plain/invocations" + ACCOUNT + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /** A case whose outcome is still to be said. */
    private record Row(BearerRow row) {
        BearerRow accepted() {
            return row.accepted();
        }

        BearerRow malformed() {
            return row.malformed();
        }

        BearerRow tooLong() {
            return row.refused(403, "AccessDeniedException", BearerRow.UNPARSABLE, "TOKEN_TOO_LONG");
        }

        BearerRow invalid(String why) {
            return row.invalid(why);
        }

        BearerRow unauthorized(String text, String why) {
            return row.unauthorized(text, why);
        }

        BearerRow refused(int status, String type, String text, String why) {
            return row.refused(status, type, text, why);
        }

        BearerRow foreign() {
            return row.unauthorized("Claim 'iss' value mismatch with configuration.", "TOKEN_ISSUER_NOT_TRUSTED");
        }

        BearerRow claim(String name) {
            return row.unauthorized("Claim '" + name + "' value mismatch with configuration.", "TOKEN_CLAIM_MISMATCH");
        }
    }
}
