package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * The HTTP layer, row by row (H1 to H17): what is let in, what is refused in AWS's words, one record for each request,
 * and nothing forwarded of what was refused. Every case writes its own bytes.
 */
class HttpRowsTest {
    private static final String ARN =
            "arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2FcustomAgent1";
    private static final String PATH = "/runtimes/" + ARN + "/invocations";
    private static final int BODY_LIMIT = 100_000_000;

    private static RunningSimulator simulator;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("");
        token = simulator.token("");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** A request that the HTTP layer refuses; {@code ends} when its connection must not be used again. */
    private record Row(String name, String request, int status, String errorType, boolean ends) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> refused() {
        return Stream.of(
                target("H2 an empty segment", "/runtimes//customAgent1/invocations"),
                target("H2 an escaped dot segment", "/runtimes/x/%2e%2e/customAgent1/invocations"),
                target("H2 a %u escape", "/runtimes/a%u002fb/invocations"),
                target("H2 escaped line ends", "/runtimes/a%0d%0ax/invocations"),
                target("H2 a fragment", PATH + "#fragment"),
                target("H4 a plain dot segment", "/runtimes/x/../customAgent1/invocations"),
                target("H4 a path that climbs above the root", "/../runtimes/customAgent1/invocations"),
                target("H5 a path parameter", "/runtimes/customAgent1;v=1/invocations"),
                target("H6 an escape that is none", "/runtimes/a%zz/invocations"),
                target("H6 a cut escape", "/runtimes/customAgent1/invocations%2"),
                target("H6 an escaped NUL", "/runtimes/a%00b/invocations"),
                target("H6 an escaped octet that is no UTF-8", "/runtimes/a%ffb/invocations"),
                target("H6 raw UTF-8", "/runtimes/\u00c3\u00a9/invocations"),
                target("H6 a backslash", "/runtimes/a\\b/invocations"),
                target("H6 a bracket", "/runtimes/a[b/invocations"),
                target("H6 a bar", "/runtimes/a|b/invocations"),
                new Row(
                        "H6 a malformed escape in the query",
                        post(PATH + "?qualifier=%zz"),
                        400,
                        "MalformedQueryString",
                        false),
                lines("H7 Content-Length beside Transfer-Encoding", "Content-Length: 5", "Transfer-Encoding: chunked"),
                lines("H7 two equal Content-Lengths", "Content-Length: 5", "Content-Length: 5"),
                lines("H7 two different Content-Lengths", "Content-Length: 5", "Content-Length: 6"),
                lines("H7 a list of Content-Lengths", "Content-Length: 5, 5"),
                lines("H7 a signed Content-Length", "Content-Length: +5"),
                lines("H7 a second Host", "Host: elsewhere"),
                row("H7 no Host", "POST " + PATH + " HTTP/1.1\r\n" + authorized() + "\r\n", 400),
                lines("H7 a blank before the colon", "Content-Type : application/json"),
                lines("H7 a folded header line", "X-Folded: one\r\n two"),
                lines("H7 a bare CR in a value", "X-Bare: one\rTwo: three"),
                lines("H7 a NUL in a value", "X-Nul: a\0b"),
                lines("H7 a header line without a colon", "NoColonAtAll"),
                lines("H7 an empty header name", ": value"),
                target("H7 absolute-form with another authority", "http://other.example.com" + PATH),
                row(
                        "H8 LF alone ends the lines",
                        ("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\n" + authorized() + "\r\n").replace("\r", ""),
                        400),
                lines("H9 Transfer-Encoding gzip, chunked", "Transfer-Encoding: gzip, chunked"),
                lines("H9 Transfer-Encoding chunked twice", "Transfer-Encoding: chunked, chunked"),
                lines("H9 Transfer-Encoding in two lines", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked"),
                lines("H9 Transfer-Encoding identity", "Transfer-Encoding: identity"),
                lines("H9 Transfer-Encoding nobody knows", "Transfer-Encoding: xchunked"),
                lines("H9 Transfer-Encoding with a tab", "Transfer-Encoding: \tchunked\u000b"),
                row("H10 more than 64 KB of headers", post(PATH, "X-Big: " + "x".repeat(70_000)), 431),
                row("H10 a request target of more than 64 KB", post("/" + "x".repeat(70_000)), 414),
                lines("H15 two Content-Types", "Content-Type: application/json", "Content-Type: text/plain"),
                row("H17 a version that is none", "POST " + PATH + " HTTP/3.7\r\nHost: localhost\r\n\r\n", 505),
                row("H17 HTTP/0.9", "GET " + PATH + "\r\n\r\n", 505),
                row("H17 a method with a blank in it", "PO ST " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
                new Row(
                        "H2 authority-form",
                        "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        400,
                        "MalformedHttpRequestException",
                        false),
                new Row(
                        "H2 asterisk-form",
                        "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        400,
                        "MalformedHttpRequestException",
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(Row row) throws Exception {
        int before = newestSequence();
        try (Wire wire = new Wire(simulator.dataPlane())) {
            wire.send(row.request());
            Wire.Reply reply = wire.reply();
            assertThat(reply.status()).as(reply.body()).isEqualTo(row.status());
            refusal(reply, row.errorType());
            if (row.ends()) {
                assertThat(wire.closed())
                        .as("a request that may hide another ends its connection")
                        .isTrue();
            }
        }
        assertThat(newestSequence()).as("one record, not two").isEqualTo(before + 1);
    }

    @Test
    void h1AnArnTravelsWithItsColonsAndSlashEscaped() throws Exception {
        accepted(post(PATH));
    }

    @Test
    void h3AnEscapedPercentSignIsNoFaultOfTheHttpLayer() throws Exception {
        Wire.Reply reply =
                Wire.exchange(simulator.dataPlane(), post("/runtimes/a%2525b/invocations?accountId=111122223333"));
        refusal(reply, "ValidationException");
        assertThat(reply.body()).contains("agentRuntimeArn");
    }

    @Test
    void h10BaggageAndATokenOfTheirFullSizePass() throws Exception {
        accepted(post(PATH, "baggage: " + "b".repeat(8192), "tracestate: " + "t".repeat(512)));
        String large = simulator.token("&padding=" + "p".repeat(10_000));
        Wire.Reply reply = Wire.exchange(
                simulator.dataPlane(),
                "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + large + "\r\nbaggage: "
                        + "b".repeat(8192) + "\r\nContent-Length: 0\r\n\r\n");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @Test
    void h11ABodyOfExactlyTheLimitPasses() throws Exception {
        assertThat(largeBody(BODY_LIMIT, false).status()).isEqualTo(200);
    }

    @Test
    void h11ABodyDeclaredBeyondTheLimitIsRefusedUnread() throws Exception {
        Wire.Reply reply = Wire.exchange(simulator.dataPlane(), post(PATH, "Content-Length: " + (BODY_LIMIT + 1)));
        assertThat(reply.status()).isEqualTo(413);
        refusal(reply, "RequestEntityTooLargeException");
    }

    @Test
    void h11AChunkedBodyBeyondTheLimitIsRefused() throws Exception {
        brokenOff(largeBody(BODY_LIMIT + 1, true), 413, "RequestEntityTooLargeException");
    }

    @Test
    void h12TheCaseOfSignedHeaderValuesIsKept() throws Exception {
        Wire.Reply reply = signed("application/json; charset=UTF-8", "No-Cache", "plain");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @Test
    void h13Utf8OctetsInSignedHeaderValuesAreSignedAsTheyAre() throws Exception {
        Wire.Reply reply = signed("application/json", "no-cache", "caf\u00e9 \u4e2d");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @Test
    void h14AWebSocketVersionHeaderSkipsNothing() throws Exception {
        for (String method : List.of("GET", "POST", "DELETE", "PUT")) {
            Wire.Reply reply = Wire.exchange(
                    simulator.dataPlane(),
                    method + " " + PATH + " HTTP/1.1\r\nHost: localhost\r\nSec-WebSocket-Version: 13\r\n"
                            + "Content-Length: 0\r\n\r\n");
            assertThat(reply.status()).as(method).isIn(403, 404);
            refusal(reply, reply.header("x-amzn-ErrorType").orElseThrow());
        }
    }

    @Test
    void h15TwoAuthorizationHeadersAreRefused() throws Exception {
        for (String second : List.of("Bearer " + token, "Bearer other", "AWS4-HMAC-SHA256 Credential=x")) {
            Wire.Reply reply =
                    Wire.exchange(simulator.dataPlane(), post(PATH, "Content-Length: 0", "Authorization: " + second));
            assertThat(reply.status()).isEqualTo(403);
            refusal(reply, "IncompleteSignatureException");
        }
    }

    @Test
    void h16TheBodyIsOnlyAskedForWhenItCanBeUsed() throws Exception {
        String expect =
                "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n";
        try (Wire wire = new Wire(simulator.dataPlane())) {
            wire.send(expect + authorized() + "\r\n");
            assertThat(wire.reply().status()).isEqualTo(100);
            wire.send("{}");
            assertThat(wire.reply().status()).isEqualTo(200);
        }
        try (Wire wire = new Wire(simulator.dataPlane())) {
            wire.send(expect + "\r\n");
            Wire.Reply reply = wire.reply();
            assertThat(reply.status()).isEqualTo(403);
            refusal(reply, "MissingAuthenticationTokenException");
        }
    }

    @Test
    void h17Http10IsAnswered() throws Exception {
        accepted("POST " + PATH + " HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\n" + authorized() + "\r\n");
    }

    @Test
    void h17AGetWithABodyIsItsOperationOrNone() throws Exception {
        Wire.Reply reply = Wire.exchange(
                simulator.dataPlane(),
                "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n" + authorized() + "\r\n{}");
        assertThat(reply.status()).isEqualTo(404);
        refusal(reply, "UnknownOperationException");
    }

    @Test
    void h17AMethodInLowerCaseIsAnotherMethod() throws Exception {
        Wire.Reply reply = Wire.exchange(
                simulator.dataPlane(), post(PATH, "Content-Length: 0").replace("POST", "post"));
        assertThat(reply.status()).isEqualTo(404);
        refusal(reply, "UnknownOperationException");
    }

    @Test
    void h17TrailersAreReadAndForgotten() throws Exception {
        accepted(post(PATH, "Transfer-Encoding: chunked", "Trailer: x-late")
                + "2\r\n{}\r\n0\r\nX-Late: yes\r\nAuthorization: Bearer other\r\n\r\n");
    }

    @Test
    void h17AnUpgradeToHttp2InTheClearIsNotTaken() throws Exception {
        accepted(post(
                PATH,
                "Content-Length: 0",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"));
    }

    @Test
    void absoluteFormWithItsOwnAuthorityIsTheSameRequest() throws Exception {
        accepted(post("http://localhost" + PATH, "Content-Length: 0"));
    }

    @Test
    void aBrokenChunkIsRefusedWithARecord() throws Exception {
        for (String chunk : List.of("zz\r\n", "-1\r\n{}\r\n", "2\r\n{}xx", "fffffffffffffffff\r\n", "2;\n{}\r\n")) {
            Wire.Reply reply = Wire.exchange(simulator.dataPlane(), post(PATH, "Transfer-Encoding: chunked") + chunk);
            brokenOff(reply, 400, "MalformedHttpRequestException");
        }
    }

    @Test
    void aSecondRequestOfTheSameConnectionIsAnsweredAfterARefusal() throws Exception {
        try (Wire wire = new Wire(simulator.dataPlane())) {
            wire.send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\n{\"a\":\"body\"");
            assertThat(wire.reply().status()).isEqualTo(403);
            wire.send(post(PATH, "Content-Length: 2") + "{}");
            assertThat(wire.reply().status()).isEqualTo(200);
        }
    }

    @Test
    void nothingOfTheConsoleIsReachedThroughAnEndpointPort() throws Exception {
        for (URI port : List.of(simulator.dataPlane(), simulator.gateway())) {
            for (String path :
                    List.of("/health", "/ready", "/api/endpoints", "/metrics", "/oauth/jwks", "/certs/ca.pem", "/")) {
                for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD")) {
                    Wire.Reply reply = Wire.exchange(
                            port, method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                    assertThat(reply.status()).as(method + " " + path).isBetween(400, 499);
                    assertThat(reply.header("x-plsim-decision-id"))
                            .as(method + " " + path)
                            .isPresent();
                }
            }
        }
    }

    private static Row target(String name, String target) {
        return new Row(name, post(target, "Content-Length: 0"), 400, "MalformedHttpRequestException", false);
    }

    private static Row lines(String name, String... lines) {
        return row(name, post(PATH, lines) + "hello", 400);
    }

    private static Row row(String name, String request, int status) {
        return new Row(name, request, status, "MalformedHttpRequestException", true);
    }

    /** A POST with a good token; the target and further header lines as given. */
    private static String post(String target, String... lines) {
        StringBuilder request =
                new StringBuilder("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n").append(authorized());
        for (String line : lines) {
            request.append(line).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    private static String authorized() {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static void accepted(String request) throws Exception {
        Wire.Reply reply = Wire.exchange(simulator.dataPlane(), request);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(recordOf(reply).path("outcome").asText()).isEqualTo("allowed");
    }

    private static void refusal(Wire.Reply reply, String errorType) throws Exception {
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.header("x-amzn-ErrorType")).contains(errorType);
        assertThat(reply.header("x-amzn-RequestId")).isPresent();
        assertThat(reply.header("x-plsim-decision")).isEmpty();
        assertThat(RunningSimulator.MAPPER
                        .readTree(reply.body())
                        .path("message")
                        .asText())
                .isNotEmpty();
        JsonNode record = recordOf(reply);
        assertThat(record.path("httpStatus").asInt()).isEqualTo(reply.status());
        assertThat(record.path("errorType").asText()).isEqualTo(errorType);
        assertThat(record.path("forwardedTo").isNull()).isTrue();
        assertThat(record.path("outcome").isNull()).isTrue();
    }

    /** A body that turned out wrong while it was read: the policy had been asked by then, and had allowed it. */
    private static void brokenOff(Wire.Reply reply, int status, String errorType) throws Exception {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("x-amzn-ErrorType")).contains(errorType);
        assertThat(RunningSimulator.MAPPER.readTree(reply.body()).fieldNames())
                .toIterable()
                .containsExactly("message");
        JsonNode record = recordOf(reply);
        assertThat(record.path("httpStatus").asInt()).isEqualTo(status);
        assertThat(record.path("errorType").asText()).isEqualTo(errorType);
        assertThat(record.path("outcome").asText()).isEqualTo("allowed");
    }

    private static JsonNode recordOf(Wire.Reply reply) throws Exception {
        return simulator.consoleJson(
                "/api/decisions/" + reply.header("x-plsim-decision-id").orElseThrow());
    }

    private static int newestSequence() throws Exception {
        return simulator.newestRecord().path("sequence").asInt(0);
    }

    private static Wire.Reply largeBody(int length, boolean chunked) throws IOException {
        byte[] piece = new byte[1 << 20];
        try (Wire wire = new Wire(simulator.dataPlane())) {
            wire.send(post(PATH, chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length));
            try {
                for (int sent = 0; sent < length; sent += piece.length) {
                    int size = Math.min(piece.length, length - sent);
                    if (chunked) {
                        wire.send(Integer.toHexString(size) + "\r\n");
                    }
                    wire.send(size == piece.length ? piece : new byte[size]);
                    if (chunked) {
                        wire.send("\r\n");
                    }
                }
                if (chunked) {
                    wire.send("0\r\n\r\n");
                }
            } catch (IOException refusedBeforeTheEnd) {
                // The answer is there already; it is what counts.
            }
            return wire.reply();
        }
    }

    /** A request signed by the SDK and written byte by byte, with header values that a careless server changes. */
    private static Wire.Reply signed(String contentType, String cacheControl, String baggage) throws IOException {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(URI.create(simulator.dataPlane() + PATH))
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", contentType)
                .putHeader("Cache-Control", cacheControl)
                .putHeader("baggage", baggage)
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(builder -> builder.identity(Callers.ALICE.credentials())
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String("{}"))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock-agentcore")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.systemUTC()));
        List<String> lines = new ArrayList<>();
        signed.request().headers().forEach((name, values) -> values.forEach(value -> lines.add(name + ": " + value)));
        if (!signed.request().headers().containsKey("Content-Length")) {
            lines.add("Content-Length: 2");
        }
        String head = "POST " + PATH + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n{}";
        try (Wire wire = new Wire(simulator.dataPlane())) {
            wire.send(head.getBytes(StandardCharsets.UTF_8));
            return wire.reply();
        }
    }
}
