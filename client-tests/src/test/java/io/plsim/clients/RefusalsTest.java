package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** What is refused before the policy is asked: the error, the record, and nothing forwarded. */
class RefusalsTest {
    private static final String PATH = "/runtimes/customAgent1/invocations?accountId=111122223333";
    private static final String BODY = "{\"prompt\":\"hello\"}";
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void aValidSignatureIsTheControl() throws Exception {
        assertThat(SignedHttp.post(simulator.dataPlane(), PATH, BODY, Callers.ALICE)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongSecretDoesNotMatchAndTheRecordHoldsOurCanonicalRequest() throws Exception {
        var credentials = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "notTheSecretAtAll");
        HttpResponse<String> answer = SignedHttp.send(
                SignedHttp.signed(simulator.dataPlane(), PATH, BODY, credentials, Clock.systemUTC()), BODY);
        JsonNode record = refused(answer, 403, "InvalidSignatureException");
        assertThat(answer.body())
                .contains("The request signature we calculated does not match the signature you provided");
        assertThat(record.path("diagnosis").path("canonicalRequest").asText())
                .startsWith("POST\n/runtimes/customAgent1");
        assertThat(record.path("caller").path("kind").asText()).isEqualTo("sigv4");
        assertThat(record.path("caller").path("arn").isNull()).isTrue();
        assertThat(record.toString()).doesNotContain("wJalrXUtnFEMI").doesNotContain("notTheSecretAtAll");
    }

    @Test
    void anUnknownKeyIsAnInvalidToken() throws Exception {
        var credentials = AwsBasicCredentials.create("AKIANOBODY00000EXAMPLE", "secret");
        HttpResponse<String> answer = SignedHttp.send(
                SignedHttp.signed(simulator.dataPlane(), PATH, BODY, credentials, Clock.systemUTC()), BODY);
        refused(answer, 403, "UnrecognizedClientException");
        assertThat(message(answer)).isEqualTo("The security token included in the request is invalid.");
    }

    @Test
    void aSignatureOlderThanFiveMinutesHasExpired() throws Exception {
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-302));
        HttpResponse<String> answer = SignedHttp.send(
                SignedHttp.signed(simulator.dataPlane(), PATH, BODY, Callers.ALICE.credentials(), past), BODY);
        refused(answer, 403, "InvalidSignatureException");
        assertThat(message(answer))
                .startsWith("Signature expired: ")
                .contains(" is now earlier than ")
                .endsWith("- 5 min.)");
    }

    @Test
    void aSignatureFromTheFutureIsNotYetCurrent() throws Exception {
        Clock future = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(310));
        HttpResponse<String> answer = SignedHttp.send(
                SignedHttp.signed(simulator.dataPlane(), PATH, BODY, Callers.ALICE.credentials(), future), BODY);
        refused(answer, 403, "InvalidSignatureException");
        assertThat(message(answer)).startsWith("Signature not yet current: ");
    }

    @Test
    void aChangedBodyIsNotWhatWasSigned() throws Exception {
        HttpResponse<String> answer = SignedHttp.send(
                SignedHttp.signed(simulator.dataPlane(), PATH, BODY, Callers.ALICE.credentials(), Clock.systemUTC()),
                BODY.replace("hello", "other"));
        refused(answer, 403, "InvalidSignatureException");
    }

    @Test
    void anExpiredTokenIsUnauthorized() throws Exception {
        String token = simulator.token("&expires_in=-120");
        HttpResponse<String> answer = bearer(token);
        JsonNode record = refused(answer, 401, "UnauthorizedException");
        assertThat(answer.body()).contains("Token has expired");
        assertThat(record.toString()).doesNotContain(token);
    }

    @Test
    void aTokenOfAForeignIssuerIsUnauthorized() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("k").generate();
        SignedJWT foreign = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                new JWTClaimsSet.Builder()
                        .issuer("https://idp.example.com")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        foreign.sign(new RSASSASigner(key));
        refused(bearer(foreign.serialize()), 401, "UnauthorizedException");
    }

    @Test
    void aTokenThatNamesOurIssuerButIsSignedByAnotherKeyIsUnauthorized() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("k").generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                new JWTClaimsSet.Builder()
                        .issuer("http://localhost:4651/oauth")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        forged.sign(new RSASSASigner(key));
        refused(bearer(forged.serialize()), 401, "UnauthorizedException");
    }

    @Test
    void textThatIsNoTokenCannotBeParsed() throws Exception {
        HttpResponse<String> answer = bearer("not.a.token");
        refused(answer, 403, "AccessDeniedException");
        assertThat(message(answer)).isEqualTo("OAuth authorization failed: Failed to parse token");
    }

    @Test
    void noCredentialsAtAllAreMissing() throws Exception {
        HttpResponse<String> answer = simulator.plain(simulator.dataPlane(), "POST", PATH, "", BODY);
        refused(answer, 403, "MissingAuthenticationTokenException");
        assertThat(message(answer)).isEqualTo("Missing Authentication Token");
    }

    @Test
    void anUnknownPathIsAnUnknownOperation() throws Exception {
        HttpResponse<String> answer = simulator.plain(simulator.dataPlane(), "POST", "/nothing/here", "", BODY);
        assertThat(refused(answer, 404, "UnknownOperationException")
                        .path("reason")
                        .asText())
                .isEqualTo("UNKNOWN_OPERATION");
    }

    @Test
    void aControlPlaneOperationIsAnUnknownOperationHereAndItsRecordSaysWhy() throws Exception {
        HttpResponse<String> answer = simulator.plain(simulator.dataPlane(), "PUT", "/runtimes/", "", "{}");
        assertThat(refused(answer, 404, "UnknownOperationException")
                        .path("reason")
                        .asText())
                .isEqualTo("CONTROL_PLANE_OPERATION");
    }

    @Test
    void whatTheHttpLayerRefusesIsAwsJsonWithARecordToo() throws Exception {
        try (var socket = new java.net.Socket("localhost", simulator.dataPlane().getPort())) {
            socket.getOutputStream()
                    .write("GET /a//%2e%2e/b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("x-amzn-ErrorType: MalformedHttpRequestException")
                    .contains("{\"message\":")
                    .doesNotContain("<html");
        }
        assertThat(simulator.newestRecord().path("stage").asText()).isEqualTo("received");
    }

    private static HttpResponse<String> bearer(String token) throws Exception {
        return simulator.plain(simulator.dataPlane(), "POST", PATH, "Bearer " + token, BODY);
    }

    private static String message(HttpResponse<String> answer) throws Exception {
        return RunningSimulator.MAPPER.readTree(answer.body()).path("message").asText();
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String type) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(type);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("x-plsim-decision")).isEmpty();
        JsonNode record = simulator.recordOf(answer);
        assertThat(record.path("errorType").asText()).isEqualTo(type);
        assertThat(record.path("httpStatus").asInt()).isEqualTo(status);
        assertThat(record.path("forwardedTo").isNull()).isTrue();
        assertThat(record.path("stage").asText()).isIn("received", "authenticated", "resolved");
        return record;
    }
}
