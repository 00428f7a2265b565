package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Signatures where the HTTP layer has a say too: handshakes, switches, and requests with one byte changed on the wire. */
class SigV4OnTheWireTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final AwsCredentials SESSION = Callers.SESSION.credentials();
    private static final int MUTANTS = 1_500;
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("clock: 2026-11-23T12:00:00Z\n");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void aHandshakeMayLeaveItsSessionIdAndSocketHeadersUnsigned() throws Exception {
        assertThat(status(handshake().signed(SESSION, NOW))).isEqualTo(101);
    }

    @Test
    void aHandshakeMaySignItsSocketHeadersAsBotocoreDoes() throws Exception {
        assertThat(status(handshake().signed(SESSION, NOW, "sec-websocket-key", "sec-websocket-version")))
                .isEqualTo(101);
        RawRequest other = handshake()
                .signed(SESSION, NOW, "sec-websocket-key", "sec-websocket-version")
                .change("Sec-WebSocket-Key", key -> "AAAAAAAAAAAAAAAAAAAAAA==");
        assertThat(status(other)).isEqualTo(403);
    }

    @Test
    void aHandshakeMayBePresignedForFiveMinutes() throws Exception {
        assertThat(status(handshake()
                        .query(q -> q + "&X-Amzn-Bedrock-AgentCore-Runtime-Session-Id=" + "s".repeat(40))
                        .presigned(SESSION, NOW, "300")))
                .isEqualTo(101);
        assertThat(status(handshake().presigned(SESSION, NOW, "301"))).isEqualTo(403);
    }

    @Test
    void theSwitchesOfSignatureVerificationDoWhatTheySay() throws Exception {
        try (RunningSimulator lenient = RunningSimulator.start("""
                clock: 2026-11-23T12:00:00Z
                readings: {unsignedPayload: true, presignedWebSocketSeconds: 3600, incompleteSignatureStatus: 400}
                """)) {
            for (String declared : List.of("UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")) {
                RawRequest request = new RawRequest()
                        .line("x-amz-content-sha256: " + declared)
                        .signed(SESSION, NOW, signer -> signer.bodyHash = hash -> declared, "x-amz-content-sha256");
                assertThat(status(lenient, request)).as(declared).isEqualTo(200);
            }
            assertThat(status(lenient, handshake().presigned(SESSION, NOW, "3600")))
                    .isEqualTo(101);
            assertThat(status(lenient, new RawRequest().line("Authorization: Basic x")))
                    .isEqualTo(400);
        }
    }

    /** The smaller, slower brother of the mutants that the verifier sees without a network. */
    @Test
    void noChangeOfOneByteOnTheWireIsAcceptedUnlessItMeansTheSame() throws Exception {
        Random random = new Random(11);
        int accepted = 0;
        int answered = 0;
        for (int i = 0; i < MUTANTS; i++) {
            RawRequest request = new RawRequest()
                    .query(q -> "qualifier=DEFAULT&" + q)
                    .line("Content-Type: application/json; charset=UTF-8")
                    .line("baggage: a=1,  b=2")
                    .signed(SESSION, NOW, "baggage", "content-type");
            String before = meaning(request);
            spoil(request, random);
            try (Wire wire = new Wire(simulator.dataPlane())) {
                wire.send(request.bytes());
                int status = wire.reply().status();
                answered++;
                if (status == 200) {
                    accepted++;
                    assertThat(meaning(request)).isEqualTo(before);
                } else {
                    assertThat(status).isBetween(400, 499);
                }
            }
        }
        System.out.printf(
                "%,d mutants on the wire: %,d answered, %,d refused, %,d accepted that mean the same%n",
                MUTANTS, answered, answered - accepted, accepted);
        assertThat(answered).isEqualTo(MUTANTS);
        assertThat(accepted).isLessThan(MUTANTS / 10);
    }

    private static void spoil(RawRequest request, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> request.path = "/" + spoil(request.path.substring(1), random);
            case 1 -> request.query = spoil(request.query, random);
            case 2 ->
                request.body = spoil(new String(request.body, StandardCharsets.ISO_8859_1), random)
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                int at = random.nextInt(request.lines.size());
                String line = request.lines.get(at);
                int value = line.indexOf(':') + 2;
                request.lines.set(at, line.substring(0, value) + spoil(line.substring(value), random));
            }
        }
    }

    /** One byte replaced by another that does not end the line or the target. */
    private static String spoil(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = (char) ('!' + random.nextInt('~' - '!'));
        return other == text.charAt(at) || other == '#' || other == '?'
                ? spoil(text, random)
                : text.substring(0, at) + other + text.substring(at + 1);
    }

    private static String meaning(RawRequest request) {
        List<String> lines = new ArrayList<>();
        for (String line : request.lines) {
            int colon = line.indexOf(':');
            lines.add(line.substring(0, colon).toLowerCase(Locale.ROOT)
                    + line.substring(colon).replaceAll("[ \t]+", " ").strip());
        }
        return request.method
                + request.path
                + new TreeSet<>(List.of(request.query.split("&")))
                + lines
                + HandSigner.sha256(request.body);
    }

    private static RawRequest handshake() {
        return new RawRequest()
                .with(r -> {
                    r.method = "GET";
                    r.path = "/runtimes/customAgent1/ws";
                })
                .line("Connection: Upgrade")
                .line("Upgrade: websocket")
                .line("Sec-WebSocket-Version: 13")
                .line("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                .line("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id: " + "s".repeat(40))
                .body("")
                .withoutContentLength();
    }

    private static int status(RawRequest request) throws Exception {
        return status(simulator, request);
    }

    private static int status(RunningSimulator running, RawRequest request) throws Exception {
        try (Wire wire = new Wire(running.dataPlane())) {
            wire.send(request.bytes());
            return wire.reply().status();
        }
    }
}
