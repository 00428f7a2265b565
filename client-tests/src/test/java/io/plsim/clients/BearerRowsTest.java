package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Bearer tokens, row by row (J1 to J26, and S40): what a runtime with a JWT authorizer takes, and how it refuses the
 * rest: status, error type, message, stage and reason of the record, nothing forwarded, and no token anywhere.
 */
class BearerRowsTest {
    private static RunningSimulator simulator;
    private static LocalIdp idp;
    private static BearerRows rows;

    @BeforeAll
    static void start() throws Exception {
        TokenForge forge = new TokenForge();
        idp = new LocalIdp()
                .tenant("idp", forge.publicKeys())
                .tenant("other-tenant", forge.publicKeys())
                .tenant("no-keys", new JWKSet())
                .discovery("renamed", "https://renamed.example.com", "http://localhost:1/never")
                .page("/down" + LocalIdp.DISCOVERY, LocalIdp.text(500, "{}"));
        idp.discovery("renamed", "https://renamed.example.com", idp.issuer("renamed") + "/jwks")
                .keys("renamed", forge.publicKeys());
        rows = new BearerRows(forge, idp);
        simulator = RunningSimulator.start(rows.configuration());
    }

    @AfterAll
    static void stop() {
        simulator.close();
        idp.close();
    }

    static Stream<BearerRow> rows() throws JOSEException {
        return Stream.of(rows.signatures(), rows.claims(), rows.issuers(), rows.forms(), rows.webSockets())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRow(BearerRow row) throws Exception {
        Wire.Reply reply = Wire.exchange(simulator.dataPlane(), row.request());
        JsonNode record = simulator.consoleJson(
                "/api/decisions/" + reply.header("x-plsim-decision-id").orElseThrow());
        assertThat(record.toString() + reply.body() + reply.headers())
                .as("no token in answer or record")
                .doesNotContain(row.secret())
                .doesNotContain(TokenForge.encoded(row.secret()))
                .doesNotContain(BearerRows.SECRET_CLAIM);
        assertThat(record.path("caller").path("arn").isNull()).isTrue();
        if (row.passes()) {
            assertThat(record.path("outcome").asText()).as(reply.body()).isEqualTo("allowed");
            assertThat(record.path("caller").path("kind").asText()).isEqualTo("oauth");
            assertThat(record.path("forwardedTo").isNull()).isFalse();
            return;
        }
        assertThat(reply.status()).as(reply.body()).isEqualTo(row.status());
        assertThat(reply.header("x-amzn-ErrorType")).hasValue(row.errorType());
        assertThat(message(reply)).isEqualTo(row.message());
        assertThat(reply.header("WWW-Authenticate").isPresent())
                .as("a 401 says where to get a token, a 403 does not")
                .isEqualTo(row.status() == 401);
        assertThat(record.path("reason").asText(""))
                .as(record.path("diagnosis").toString())
                .isEqualTo(row.reason());
        assertThat(record.path("stage").asText()).isIn("received", "resolved");
        assertThat(record.path("outcome").isNull()).isTrue();
        assertThat(record.path("forwardedTo").isNull()).isTrue();
    }

    @Test
    void everyRowOfTheTableHasACase() throws Exception {
        List<String> names = rows().map(BearerRow::name).toList();
        for (int row = 1; row <= 26; row++) {
            String prefix = "J" + row + " ";
            // J20 and J21 need an issuer that changes: MisbehavingIssuersTest. J26 is about every case of the table.
            if (row != 20 && row != 21 && row != 26) {
                assertThat(names).as(prefix).anyMatch(name -> name.startsWith(prefix));
            }
        }
        System.out.println("bearer cases: " + names.size() + ", of them refused: "
                + rows().filter(row -> !row.passes()).count());
    }

    @Test
    @DisplayName("J26 no token of the table is printed by the server or its libraries")
    void noTokenIsPrinted() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        PrintStream capture = new PrintStream(captured, true, StandardCharsets.UTF_8);
        List<BearerRow> sent = rows().toList();
        System.setOut(capture);
        System.setErr(capture);
        try {
            LoggerFactory.getLogger(BearerRowsTest.class).warn("what is logged is captured");
            for (BearerRow row : sent) {
                Wire.exchange(simulator.dataPlane(), row.request());
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        String printed = captured.toString(StandardCharsets.UTF_8);
        assertThat(printed).contains("what is logged is captured").doesNotContain(BearerRows.SECRET_CLAIM);
        assertThat(sent).allSatisfy(row -> assertThat(printed).doesNotContain(row.secret()));
    }

    @Test
    @DisplayName("S40 a signature to a runtime that wants tokens")
    void aSignatureToARuntimeThatWantsTokens() throws Exception {
        HttpResponse<String> answer = SignedHttp.send(
                SignedHttp.signed(
                        simulator.dataPlane(),
                        "/runtimes/plain/invocations?accountId=111122223333",
                        "{}",
                        Callers.ALICE.credentials(),
                        Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)),
                "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("AccessDeniedException");
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + BearerRows.MISMATCH + "\"}");
        JsonNode record = simulator.recordOf(answer);
        assertThat(record.path("reason").asText()).isEqualTo("AUTHORIZATION_METHOD_MISMATCH");
        assertThat(record.path("forwardedTo").isNull()).isTrue();
    }

    /** J3: whatever URLs the tokens of the table name, nobody went there. */
    @Test
    void noKeyIsFetchedFromWhereATokenSays() throws Exception {
        for (BearerRow row : rows.signatures()) {
            if (row.name().startsWith("J3 ")) {
                Wire.exchange(simulator.dataPlane(), row.request());
            }
        }
        assertThat(idp.hits("/attacker/jwks")).isZero();
        assertThat(idp.hits("/attacker/x5u")).isZero();
    }

    private static String message(Wire.Reply reply) throws Exception {
        JsonNode body = RunningSimulator.MAPPER.readTree(reply.body());
        return body.path("error").path("message").asText(body.path("message").asText());
    }
}
