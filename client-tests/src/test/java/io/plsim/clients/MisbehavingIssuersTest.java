package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Issuers that answer slowly, wrongly or not at all (J18 to J21): every token is refused for as long, the record says
 * which document failed and how, and when the issuer is well again its tokens are taken.
 */
class MisbehavingIssuersTest {
    private static final Map<String, String> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("discovery-missing", "answers with status 404");
        FAULTS.put("discovery-html", "is no JSON");
        FAULTS.put("discovery-redirect", "answers with a redirect, which is not followed");
        FAULTS.put("discovery-without-issuer", "names no issuer or no jwks_uri");
        FAULTS.put("keys-in-a-file", "is not http or https");
        FAULTS.put("keys-on-ftp", "is not http or https");
        FAULTS.put("keys-of-a-user", "needs a host and no user");
        FAULTS.put("keys-at-metadata-service", "is at a link-local address, which is not fetched");
        FAULTS.put("keys-refused", "cannot be connected or breaks off");
        FAULTS.put("keys-500", "answers with status 500");
        FAULTS.put("keys-html", "is no JSON Web Key Set");
        FAULTS.put("keys-redirect", "answers with a redirect, which is not followed");
        FAULTS.put("keys-huge", "is longer than 102400 bytes");
        FAULTS.put("keys-broken-off", "cannot be connected or breaks off");
        FAULTS.put("keys-slow", "does not answer in 5 s");
        FAULTS.put("keys-trickling", "does not answer in 5 s");
    }

    private static final List<String> WELL = List.of(
            "well", "unknown-type", "oct-same-kid", "flooded", "rotated", "recovering", "kept", "unknown-outage");
    private static RunningSimulator simulator;
    private static LocalIdp idp;
    private static TokenForge forge;

    @BeforeAll
    static void start() throws Exception {
        forge = new TokenForge();
        idp = new LocalIdp();
        FAULTS.keySet().forEach(tenant -> idp.tenant(tenant, forge.publicKeys()));
        WELL.forEach(tenant -> idp.tenant(tenant, forge.publicKeys()));
        misbehave();
        StringBuilder yaml = new StringBuilder("resources:\n  runtimes:\n");
        Stream.concat(FAULTS.keySet().stream(), WELL.stream())
                .forEach(tenant -> yaml.append(
                        "    - {id: %s, authorizer: {customJWTAuthorizer: {discoveryUrl: \"%s\", allowedClients: [web]}}}%n"
                                .formatted(tenant, idp.issuer(tenant) + LocalIdp.DISCOVERY)));
        simulator = RunningSimulator.start(yaml.toString());
    }

    private static void misbehave() {
        String html = "<html><body>Please log in</body></html>";
        idp.page("/discovery-missing" + LocalIdp.DISCOVERY, LocalIdp.text(404, "{}"));
        idp.page("/discovery-html" + LocalIdp.DISCOVERY, LocalIdp.text(200, html));
        idp.page(
                "/discovery-redirect" + LocalIdp.DISCOVERY, LocalIdp.redirect(idp.issuer("well") + LocalIdp.DISCOVERY));
        idp.page("/discovery-without-issuer" + LocalIdp.DISCOVERY, LocalIdp.text(200, "{\"jwks_uri\":\"http://x\"}"));
        keysAt("keys-in-a-file", "file:///etc/passwd");
        keysAt("keys-on-ftp", "ftp://localhost/jwks");
        keysAt("keys-of-a-user", idp.issuer("keys-of-a-user").replace("//", "//user:secret@") + "/jwks");
        keysAt("keys-at-metadata-service", "http://169.254.169.254/latest/meta-data");
        keysAt("keys-refused", "http://localhost:1/jwks");
        idp.page("/keys-500/jwks", LocalIdp.text(500, "{}"));
        idp.page("/keys-html/jwks", LocalIdp.text(200, html));
        idp.page("/keys-redirect/jwks", LocalIdp.redirect(idp.issuer("well") + "/jwks"));
        idp.page("/keys-huge/jwks", LocalIdp.text(200, "{\"keys\":[]," + " ".repeat(200_000) + "\"x\":1}"));
        idp.page("/keys-broken-off/jwks", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"keys\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
        });
        idp.page("/keys-slow/jwks", exchange -> Thread.sleep(30_000));
        idp.page("/keys-trickling/jwks", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 300; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(100);
                }
            }
        });
    }

    private static void keysAt(String tenant, String uri) {
        idp.discovery(tenant, idp.issuer(tenant), uri);
    }

    @AfterAll
    static void stop() {
        simulator.close();
        idp.close();
    }

    static Stream<String> faults() {
        return FAULTS.keySet().stream();
    }

    @ParameterizedTest(name = "J18 J21 {0}")
    @MethodSource("faults")
    void anIssuerThatCannotBeAskedLetsNobodyIn(String tenant) throws Exception {
        Wire.Reply reply = call(tenant, token(tenant, forge.rsa));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).contains("The keys of the token's issuer cannot be fetched.");
        JsonNode record = record(reply);
        assertThat(record.path("reason").asText()).isEqualTo("ISSUER_UNREACHABLE");
        assertThat(record.path("diagnosis").path("token").asText()).contains(FAULTS.get(tenant));
        assertThat(record.path("forwardedTo").isNull()).isTrue();
        assertThat(record.toString()).as("the user of a URL is not printed").doesNotContain("user:secret");
    }

    @Test
    void aWellIssuerIsTheControl() throws Exception {
        assertThat(call("well", token("well", forge.rsa)).status()).isEqualTo(200);
    }

    @Test
    void theKeysAreFetchedOnceForManyTokens() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(call("kept", token("kept", forge.rsa)).status()).isEqualTo(200);
        }
        assertThat(idp.hits("/kept/jwks")).isOne();
        assertThat(idp.hits("/kept" + LocalIdp.DISCOVERY)).isOne();
    }

    @Test
    void aKeyOfAnUnknownTypeBesideAGoodOneDoesNoHarm() throws Exception {
        idp.page(
                "/unknown-type/jwks",
                LocalIdp.text(200, "{\"keys\":[{\"kty\":\"XYZ\",\"kid\":\"odd\"}," + forge.rsa.toPublicJWK() + "]}"));
        assertThat(call("unknown-type", token("unknown-type", forge.rsa)).status())
                .isEqualTo(200);
    }

    @Test
    void aSharedSecretUnderTheKidOfAKeyIsNotUsed() throws Exception {
        byte[] secret = new byte[64];
        idp.page(
                "/oct-same-kid/jwks",
                LocalIdp.text(
                        200,
                        "{\"keys\":["
                                + new OctetSequenceKey.Builder(Base64URL.encode(secret))
                                        .keyID("rsa-1")
                                        .build() + "," + forge.rsa.toPublicJWK() + "]}"));
        String hs256 = forge.hs256(secret, "{\"alg\":\"HS256\",\"kid\":\"rsa-1\"}", payload("oct-same-kid"));
        assertThat(call("oct-same-kid", hs256).status()).isEqualTo(401);
        assertThat(call("oct-same-kid", token("oct-same-kid", forge.rsa)).status())
                .isEqualTo(200);
    }

    @Test
    void anIssuerThatRecoversIsTrustedAgain() throws Exception {
        idp.page("/recovering/jwks", LocalIdp.text(503, "{}"));
        assertThat(call("recovering", token("recovering", forge.rsa)).status()).isEqualTo(401);
        idp.keys("recovering", forge.publicKeys());
        assertThat(call("recovering", token("recovering", forge.rsa)).status()).isEqualTo(200);
    }

    @Test
    void keysThatWereFetchedStayGoodWhileTheIssuerIsDownAndAnUnknownOneIsAskedFor() throws Exception {
        assertThat(call("unknown-outage", token("unknown-outage", forge.rsa)).status())
                .isEqualTo(200);
        idp.page("/unknown-outage/jwks", LocalIdp.text(503, "{}"));
        Wire.Reply unknown = call("unknown-outage", token("unknown-outage", forge.stranger));
        assertThat(record(unknown).path("reason").asText()).isEqualTo("ISSUER_UNREACHABLE");
        assertThat(call("unknown-outage", token("unknown-outage", forge.rsa)).status())
                .isEqualTo(200);
    }

    @Test
    void aRotatedKeyIsTakenAtOnceAndTheWithdrawnOneNoMore() throws Exception {
        assertThat(call("rotated", token("rotated", forge.rsa)).status()).isEqualTo(200);
        RSAKey next = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
        idp.keys("rotated", new JWKSet(next.toPublicJWK()));
        assertThat(call("rotated", token("rotated", next)).status()).isEqualTo(200);
        Wire.Reply old = call("rotated", token("rotated", forge.rsa));
        assertThat(record(old).path("reason").asText()).isEqualTo("TOKEN_KEY_UNKNOWN");
    }

    /** A flood of made-up kids costs a fetch a second at most, and does not lock the next real key out. */
    @Test
    @DisplayName("J20 a flood of unknown kids, then a rotation")
    void aFloodOfUnknownKidsNeitherFloodsTheIssuerNorLocksARotatedKeyOut() throws Exception {
        assertThat(call("flooded", token("flooded", forge.rsa)).status()).isEqualTo(200);
        long begin = System.nanoTime();
        int flood = 300;
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < flood; i++) {
                String token = forge.rs256("{\"alg\":\"RS256\",\"kid\":\"made-up-" + i + "\"}", payload("flooded"));
                calls.add(() -> call("flooded", token).status());
            }
            for (Future<Integer> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(401);
            }
        } finally {
            threads.shutdownNow();
        }
        RSAKey next = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
        idp.keys("flooded", new JWKSet(List.of(next.toPublicJWK(), forge.rsa.toPublicJWK())));
        assertThat(call("flooded", token("flooded", next)).status()).isEqualTo(200);
        assertThat(call("flooded", token("flooded", forge.rsa)).status()).isEqualTo(200);
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        int fetches = idp.hits("/flooded/jwks");
        System.out.println("flood of unknown kids: " + flood + " tokens, " + fetches + " fetches in " + seconds + " s");
        assertThat(fetches).as("one at first, one a second after it").isLessThanOrEqualTo((int) seconds + 3);
    }

    private static String token(String tenant, RSAKey key) throws JOSEException {
        return forge.rs256By(key, "{\"alg\":\"RS256\",\"kid\":\"" + key.getKeyID() + "\"}", payload(tenant));
    }

    private static String payload(String tenant) {
        return "{\"iss\":\"%s\",\"client_id\":\"web\",\"exp\":%d}"
                .formatted(idp.issuer(tenant), Instant.now().getEpochSecond() + 3_600);
    }

    private static Wire.Reply call(String runtime, String token) throws Exception {
        return Wire.exchange(
                simulator.dataPlane(),
                "POST /runtimes/" + runtime + "/invocations?accountId=111122223333 HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + token + "\r\nContent-Length: 2\r\n\r\n{}");
    }

    private static JsonNode record(Wire.Reply reply) throws Exception {
        return simulator.consoleJson(
                "/api/decisions/" + reply.header("x-plsim-decision-id").orElseThrow());
    }
}
