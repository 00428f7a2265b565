package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Requests that are signed wrongly in one particular way, and the decision record that says which. */
class SignatureDebuggerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final AwsCredentials ALICE = Callers.ALICE.credentials();
    private static final String ARN_PATH = "/runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3A"
            + "runtime%2FcustomAgent1/invocations";
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("clock: 2026-11-23T12:00:00Z\n");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** A request signed wrongly, the cause that must be found, and words of the explanation. */
    private record Mistake(String cause, boolean proven, String words, RawRequest request) {
        @Override
        public String toString() {
            return cause + ": " + words;
        }
    }

    static Stream<Mistake> found() {
        return Stream.of(target(), headers(), bodies(), keys()).flatMap(mistakes -> mistakes);
    }

    private static Stream<Mistake> target() {
        return Stream.of(
                mistake(
                        "PATH_ENCODED_ONCE",
                        "the signature fits if the path is encoded once",
                        arn(s -> s.path = p -> p)),
                mistake(
                        "PATH_NOT_ENCODED",
                        "the path is not encoded at all",
                        arn(s -> s.path = p -> URLDecoder.decode(p, StandardCharsets.UTF_8))),
                mistake(
                        "PATH_ENCODED_THREE_TIMES",
                        "encoded three times",
                        arn(s -> s.path = p -> HandSigner.encode(HandSigner.encode(p)))),
                mistake(
                        "PATH_TRAILING_SLASH",
                        "a slash at its end",
                        signed(s -> s.path = p -> HandSigner.encode(p) + "/")),
                mistake(
                        "QUERY_NOT_SORTED",
                        "in the order it was sent",
                        unsorted().signed(ALICE, NOW, s -> s.query = q -> q)),
                mistake("QUERY_NOT_SIGNED", "the query is left out", signed(s -> s.query = q -> "")),
                mistake(
                        "QUERY_PARAMETER_ADDED",
                        "the query parameter qualifier is left out",
                        signed(s -> {}).query(q -> q + "&qualifier=x")),
                mistake(
                        "QUERY_PLUS_AS_BLANK",
                        "a plus sign in the query means a blank",
                        new RawRequest()
                                .query(q -> q + "&qualifier=a%20b")
                                .signed(ALICE, NOW)
                                .query(q -> q.replace("%20", "+"))),
                mistake(
                        "PATH_ENCODED_ONCE+QUERY_NOT_SORTED",
                        "the path is encoded once and the query is taken in the order it was sent",
                        unsorted().with(r -> r.path = ARN_PATH).signed(ALICE, NOW, s -> {
                            s.path = p -> p;
                            s.query = q -> q;
                        })),
                mistake(
                        "METHOD_CHANGED",
                        "the method is POST instead of PUT",
                        signed(s -> {}).with(r -> r.method = "PUT")));
    }

    private static Stream<Mistake> headers() {
        return Stream.of(
                mistake(
                        "HOST_CHANGED",
                        "the host is localhost:4650 instead of localhost",
                        host("localhost:4650", "localhost")),
                mistake(
                        "HOST_CHANGED",
                        "the host is bedrock-agentcore.us-east-1.amazonaws.com instead of",
                        host("bedrock-agentcore.us-east-1.amazonaws.com", "localhost:4650")),
                mistake(
                        "HOST_CHANGED",
                        "the host is agents.example.com instead of",
                        host("agents.example.com", "localhost").line("X-Forwarded-Host: agents.example.com")),
                mistake(
                        "HEADER_CHANGED",
                        "the header content-type is \"application/json; charset=UTF-8\"",
                        new RawRequest()
                                .line("Content-Type: application/json; charset=UTF-8")
                                .signed(ALICE, NOW, "content-type")
                                .change("Content-Type", old -> "application/json; charset=utf-8")),
                mistake(
                        "HEADER_CHANGED",
                        "the header accept-encoding is \"identity\"",
                        new RawRequest()
                                .line("Accept-Encoding: identity")
                                .signed(ALICE, NOW, "accept-encoding")
                                .drop("Accept-Encoding")),
                mistake(
                        "HEADER_CHARSET",
                        "signed as UTF-8",
                        new RawRequest()
                                .line("mcp-name: caf\u00c3\u00a9")
                                .signed(ALICE, NOW, "mcp-name")
                                .change("mcp-name", old -> "caf\u00e9")),
                mistake(
                        "SESSION_TOKEN_NOT_SIGNED",
                        "the session token is left out",
                        new RawRequest()
                                .signed(Callers.SESSION.credentials(), NOW, "-x-amz-security-token")
                                .change(
                                        "Authorization",
                                        a -> a.replace("x-amz-date,", "x-amz-date;x-amz-security-token,"))));
    }

    private static Stream<Mistake> bodies() {
        return Stream.of(
                mistake(
                        "BODY_CHANGED",
                        "the body has the hash that x-amz-content-sha256 declares",
                        new RawRequest()
                                .with(r -> r.line("x-amz-content-sha256: " + HandSigner.sha256(r.body)))
                                .signed(ALICE, NOW, "x-amz-content-sha256")
                                .body("{\"prompt\":\"someOtherBody\"}")),
                mistake(
                        "BODY_NOT_SIGNED",
                        "the body is empty",
                        signed(s -> s.bodyHash = hash -> HandSigner.EMPTY_BODY)),
                mistake(
                        "BODY_UNSIGNED_PAYLOAD",
                        "UNSIGNED-PAYLOAD",
                        signed(s -> s.bodyHash = hash -> "UNSIGNED-PAYLOAD")),
                mistake(
                        "BODY_LINE_FEED",
                        "ends with a line feed",
                        new RawRequest().body("{\"a\":1}\n").signed(ALICE, NOW).body("{\"a\":1}")),
                mistake(
                        "PAYLOAD_NOT_SIGNED",
                        "declares UNSIGNED-PAYLOAD",
                        new RawRequest()
                                .line("x-amz-content-sha256: UNSIGNED-PAYLOAD")
                                .signed(ALICE, NOW, "x-amz-content-sha256")));
    }

    private static Stream<Mistake> keys() {
        return Stream.of(
                mistake(
                        "SECRET_OF_ANOTHER_KEY",
                        "made with the secret of AKIAI44QH8DHBEXAMPLE (arn:aws:iam::111122223333:user/bob)",
                        new RawRequest()
                                .signed(
                                        AwsBasicCredentials.create(
                                                ALICE.accessKeyId(),
                                                Callers.BOB.credentials().secretAccessKey()),
                                        NOW)),
                mistake("SECRET_WITH_BLANKS", "white space after it", signed(s -> s.secret = secret -> secret + "\n")),
                mistake("SECRET_WITHOUT_AWS4", "without \"AWS4\" before it", signed(s -> s.keyStart = "")),
                mistake(
                        "KEY_FOR_ANOTHER_REGION",
                        "the signing key is for region \"us-west-2\"",
                        signed(s -> s.keyScope = scope -> scope.replace("us-east-1", "us-west-2"))),
                mistake(
                        "KEY_FOR_ANOTHER_SERVICE",
                        "the signing key is for service bedrock",
                        signed(s -> s.keyScope = scope -> scope.replace("bedrock-agentcore", "bedrock"))),
                mistake(
                        "KEY_OF_ANOTHER_DAY",
                        "the signing key is of 20261122",
                        signed(s -> s.keyScope = scope -> scope.replace("20261123", "20261122"))),
                mistake(
                        "DATE_TAKEN_TWICE",
                        "the string to sign says 20261123T120001Z",
                        signed(s -> s.dateOfString = "20261123T120001Z")),
                mistake(
                        "CLOCK",
                        "dated 2 h 0 min 0 s before this server's clock",
                        new RawRequest().signed(ALICE, NOW.minusSeconds(7200))),
                new Mistake(
                        "WRONG_SECRET",
                        false,
                        "probably not the one configured for AKIAIOSFODNN7EXAMPLE",
                        signed(s -> s.secret = secret -> "aGuess")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void found(Mistake mistake) throws Exception {
        Wire.Reply reply = send(mistake.request());
        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
        JsonNode record = recordOf(reply, "");
        JsonNode cause = record.path("diagnosis").path("causes").path(0);
        assertThat(cause.path("code").asText()).as(record.toPrettyString()).isEqualTo(mistake.cause());
        assertThat(cause.path("proven").asBoolean()).isEqualTo(mistake.proven());
        assertThat(cause.path("sentence").asText()).containsIgnoringCase(mistake.words());
        String explanation = recordOf(reply, "/explanation").path("text").asText();
        assertThat(explanation).containsIgnoringCase(mistake.words());
        assertThat(reply.body())
                .as("the wire has nothing that AWS would not send")
                .doesNotContain(cause.path("sentence").asText());
        String right = new HandSigner(ALICE, RawRequest.basic(NOW))
                .signature(mistake.request(), List.of("host", "x-amz-date"));
        assertThat(record + explanation + reply.body())
                .doesNotContain(right)
                .doesNotContain(ALICE.secretAccessKey())
                .doesNotContain(Callers.BOB.credentials().secretAccessKey())
                .doesNotContain("EXAMPLESESSIONTOKEN")
                .doesNotContain("hello")
                .doesNotContain("someOtherBody");
    }

    @Test
    void theRecordHoldsWhatTheServerSignsAndWhatDidNotArrive() throws Exception {
        Wire.Reply reply = send(new RawRequest()
                .line("mcp-name: one")
                .signed(Callers.SESSION.credentials(), NOW, "mcp-name")
                .drop("mcp-name"));
        JsonNode diagnosis = recordOf(reply, "").path("diagnosis");
        assertThat(diagnosis.path("missingSignedHeaders").toString()).isEqualTo("[\"mcp-name\"]");
        assertThat(diagnosis.path("canonicalRequest").asText())
                .startsWith(
                        "POST\n/runtimes/customAgent1/invocations\naccountId=111122223333\nhost:localhost\nmcp-name:\n")
                .contains("x-amz-security-token:<redacted>")
                .doesNotContain("EXAMPLESESSIONTOKEN");
        assertThat(diagnosis.path("stringToSign").asText())
                .startsWith("AWS4-HMAC-SHA256\n20261123T120000Z\n20261123/us-east-1/bedrock-agentcore/aws4_request\n");
        assertThat(recordOf(reply, "/explanation").path("text").asText())
                .contains("Signed headers that did not arrive: mcp-name")
                .contains("The canonical request, as this server builds it:");
        assertThat(reply.body()).contains("x-amz-security-token:<redacted>");
    }

    private static Mistake mistake(String cause, String words, RawRequest request) {
        return new Mistake(cause, true, words, request);
    }

    private static RawRequest signed(Consumer<HandSigner> wrongly) {
        return new RawRequest().signed(ALICE, NOW, wrongly);
    }

    private static RawRequest arn(Consumer<HandSigner> wrongly) {
        return new RawRequest()
                .with(r -> {
                    r.path = ARN_PATH;
                    r.query = "";
                })
                .signed(ALICE, NOW, wrongly);
    }

    private static RawRequest unsorted() {
        return new RawRequest().query(q -> "qualifier=DEFAULT&" + q);
    }

    private static RawRequest host(String signed, String sent) {
        return new RawRequest().change("Host", old -> signed).signed(ALICE, NOW).change("Host", old -> sent);
    }

    private static Wire.Reply send(RawRequest request) throws Exception {
        try (Wire wire = new Wire(simulator.dataPlane())) {
            wire.send(request.bytes());
            return wire.reply();
        }
    }

    private static JsonNode recordOf(Wire.Reply reply, String more) throws Exception {
        return simulator.consoleJson(
                "/api/decisions/" + reply.header("x-plsim-decision-id").orElseThrow() + more);
    }
}
