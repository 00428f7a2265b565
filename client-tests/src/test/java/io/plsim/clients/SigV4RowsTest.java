package io.plsim.clients;

import static io.plsim.clients.SigV4Row.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Signature Version 4, row by row (S1 to S43): each case is named after its row, goes over a raw socket, and is checked for
 * status, error type, message and record, and for nothing being forwarded. The clock stands still.
 */
class SigV4RowsTest {
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("""
                clock: 2026-11-23T12:00:00Z
                principals:
                  - {accessKeyId: AKIAIOSFODNN7EXAMPLE, secretAccessKey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, arn: "arn:aws:iam::111122223333:user/alice"}
                  - {accessKeyId: AKIAI44QH8DHBEXAMPLE, secretAccessKey: je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY, arn: "arn:aws:iam::111122223333:user/bob"}
                  - {accessKeyId: ASIAIOSFODNN7EXAMPLE, secretAccessKey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, sessionToken: EXAMPLESESSIONTOKEN, arn: "arn:aws:sts::111122223333:assumed-role/agent-runner/session-1"}
                  - {accessKeyId: ASIAIOSFODNN7EXAMPLE, secretAccessKey: anotherSecretOfTheSameKey, sessionToken: ANOTHERSESSIONTOKEN, arn: "arn:aws:sts::111122223333:assumed-role/agent-runner/session-2"}
                  - {accessKeyId: ASIAEXPIRED0EXAMPLE, secretAccessKey: secret, sessionToken: OLD, arn: "arn:aws:sts::111122223333:assumed-role/agent-runner/old", expiresAt: 2026-11-23T11:59:59Z}
                resources:
                  runtimes:
                    - {id: jwtAgent, authorizer: {customJWTAuthorizer: {discoveryUrl: "http://localhost:4651/oauth/.well-known/openid-configuration"}}}
                  gateways:
                    - {id: my-gateway-0123456789, authorizerType: AWS_IAM}
                """);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    static Stream<SigV4Row> refused() {
        return Stream.concat(SigV4CredentialRows.all(), SigV4ContentRows.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(SigV4Row row) throws Exception {
        Wire.Reply reply = send(simulator.dataPlane(), row.request());
        assertThat(reply.status()).as(reply.body()).isEqualTo(row.status());
        assertThat(reply.header("x-amzn-ErrorType")).as(reply.body()).contains(row.type());
        assertThat(reply.header("WWW-Authenticate")).isEmpty();
        String message = message(reply);
        if (row.message().endsWith("…")) {
            assertThat(message)
                    .startsWith(row.message().substring(0, row.message().length() - 1));
        } else {
            assertThat(message).isEqualTo(row.message());
        }
        JsonNode record = recordOf(reply);
        boolean known = row.type().equals(MISSING) || row.name().equals("S2 an empty header");
        assertThat(record.path("stage").asText()).isEqualTo(known ? "resolved" : "received");
        assertThat(record.path("errorType").asText()).isEqualTo(row.type());
        assertThat(record.path("forwardedTo").isNull()).isTrue();
        assertThat(record.path("outcome").isNull()).isTrue();
        assertThat(record.path("caller").path("arn").isNull()).isTrue();
        assertThat(record + reply.body() + reply.headers())
                .doesNotContain(ALICE.secretAccessKey())
                .doesNotContain("EXAMPLESESSIONTOKEN")
                .doesNotContain(authorizationSignature(row.request()));
    }

    /** Every row has at least one case that is named after it. */
    @Test
    void noRowIsForgotten() {
        List<String> rows = new ArrayList<>(
                refused().map(row -> row.name().split(" ")[0]).distinct().toList());
        // These are accepted, or refused later than the signature: they have tests of their own below.
        rows.addAll(List.of("S39", "S40", "S41", "S42", "S43"));
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 43).mapToObj(i -> "S" + i).toList());
    }

    @Test
    void s0TheUnspoiledRequestsPass() throws Exception {
        for (RawRequest request : List.of(
                signed(),
                withAccept(),
                withSession(),
                arn(),
                presigned("300"),
                presigned("604800"),
                new RawRequest().signed(SESSION, NOW),
                new RawRequest().body("").presigned(SESSION, NOW, "300"),
                new RawRequest().signed(ALICE, NOW.minusSeconds(300)),
                new RawRequest().signed(ALICE, NOW.plusSeconds(300)),
                new RawRequest().line("Date: 20261123T120000Z").signed(ALICE, NOW))) {
            accepted(request);
        }
    }

    @Test
    void s9TheDateHeaderStepsBackWhenXAmzDateIsThere() throws Exception {
        accepted(new RawRequest()
                .line("Date: Mon, 23 Nov 2026 12:00:00 GMT")
                .line("X-Amz-Date: 20261123T120000Z")
                .signed(ALICE, NOW));
    }

    @Test
    void s17TwoSessionsOfOneKeyAreTwoCallers() throws Exception {
        accepted(new RawRequest().signed(SESSION, NOW));
        Wire.Reply other = send(
                simulator.dataPlane(),
                new RawRequest()
                        .signed(
                                AwsSessionCredentials.create(
                                        SESSION.accessKeyId(), "anotherSecretOfTheSameKey", "ANOTHERSESSIONTOKEN"),
                                NOW));
        assertThat(recordOf(other).path("caller").path("arn").asText()).endsWith("/session-2");
    }

    @Test
    void s23UnsignedAmznHeadersPass() throws Exception {
        accepted(signed().line(SESSION_ID + ": " + "a".repeat(33)));
        accepted(signed().line("x-amzn-trace-id: Root=1-67891233-abcdef012345678912345678"));
    }

    @Test
    void s30NothingOfTheBodyIsAskedForWhenTheHeadCanBeRefused() throws Exception {
        for (RawRequest request : List.of(
                new RawRequest().signed(ALICE, NOW.minusSeconds(400)),
                new RawRequest().signed(ALICE, NOW, signer -> signer.region = "eu-west-1"),
                new RawRequest().signed(AwsBasicCredentials.create("AKIANOBODY00000EXAMPLE", "secret"), NOW),
                signed().line("x-amz-meta: x"),
                declaring("UNSIGNED-PAYLOAD"))) {
            try (Wire wire = new Wire(simulator.dataPlane())) {
                request.line("Expect: 100-continue").body = new byte[0];
                wire.send(
                        new String(request.withoutContentLength().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .replace("Expect:", "Content-Length: 18\r\nExpect:"));
                assertThat(wire.reply().status())
                        .as("refused, not 100 Continue")
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void s39APresignedRequestIsGoodAsOftenAsItIsSent() throws Exception {
        RawRequest request = presigned("300");
        accepted(request);
        accepted(request);
    }

    @Test
    void s40ASignatureForAJwtRuntimeIsTheWrongMethod() throws Exception {
        Wire.Reply reply = send(
                simulator.dataPlane(),
                new RawRequest()
                        .with(r -> r.path = "/runtimes/jwtAgent/invocations")
                        .signed(ALICE, NOW));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("x-amzn-ErrorType")).contains(DENIED);
        assertThat(message(reply)).isEqualTo(WRONG_METHOD);
        assertThat(recordOf(reply).path("stage").asText()).isEqualTo("resolved");
        assertThat(recordOf(reply).path("forwardedTo").isNull()).isTrue();
    }

    @Test
    void s40ATokenForAnIamResourceIsTheWrongMethod() throws Exception {
        Wire.Reply reply = send(
                simulator.gateway(),
                new RawRequest()
                        .with(r -> {
                            r.path = "/mcp";
                            r.query = "";
                        })
                        .line("Authorization: Bearer " + simulator.token("")));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("Authorization method mismatch.");
        assertThat(recordOf(reply).path("forwardedTo").isNull()).isTrue();
    }

    @Test
    void s41AValidSignatureWithoutPermissionIsDeniedByThePolicy() throws Exception {
        String endpoint = "vpce-0a1b2c3d4e5f60718";
        simulator.attach(endpoint, "{\"Version\": \"2012-10-17\", \"Statement\": []}");
        try {
            Wire.Reply reply = send(simulator.dataPlane(), arn());
            assertThat(reply.status()).isEqualTo(403);
            assertThat(message(reply))
                    .isEqualTo("User: arn:aws:iam::111122223333:user/alice is not authorized to perform:"
                            + " bedrock-agentcore:InvokeAgentRuntime on resource: arn:aws:bedrock-agentcore:us-east-1:"
                            + "111122223333:runtime/customAgent1 because no VPC endpoint policy allows the"
                            + " bedrock-agentcore:InvokeAgentRuntime action");
            assertThat(recordOf(reply).path("stage").asText()).isEqualTo("decided");
            assertThat(recordOf(reply).path("forwardedTo").isNull()).isTrue();
        } finally {
            simulator.console("DELETE", "/api/endpoints/" + endpoint + "/policy", "");
        }
    }

    @Test
    void s42AnUnknownRouteIsAnUnknownOperationWithAGoodSignatureToo() throws Exception {
        Wire.Reply reply = send(
                simulator.dataPlane(),
                new RawRequest()
                        .with(r -> r.path =
                                "/runtimes/arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/a/invocations")
                        .signed(ALICE, NOW));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("x-amzn-ErrorType")).contains("UnknownOperationException");
        assertThat(recordOf(reply).path("stage").asText()).isEqualTo("authenticated");
        assertThat(recordOf(reply).path("forwardedTo").isNull()).isTrue();
    }

    @Test
    void s43AShortSessionIdIsAConstraintThatFails() throws Exception {
        Wire.Reply reply = send(simulator.dataPlane(), signed().line(SESSION_ID + ": short"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("x-amzn-ErrorType")).contains("ValidationException");
        assertThat(message(reply))
                .contains("'runtimeSessionId' failed to satisfy constraint: Member must have length greater than or"
                        + " equal to 33");
    }

    private static final String WRONG_METHOD = "Authorization method mismatch. The agent is configured for a different"
            + " authorization method than what was used in your request. Check the agent's authorization configuration"
            + " and ensure your request uses the matching method (OAuth or SigV4)";

    private static String authorizationSignature(RawRequest request) {
        String text = String.join(" ", request.values("Authorization")) + "&" + request.query;
        int at = text.indexOf("Signature=");
        return at < 0 || text.length() < at + 40 ? "no signature" : text.substring(at + 10, at + 40);
    }

    private static void accepted(RawRequest request) throws Exception {
        Wire.Reply reply = send(simulator.dataPlane(), request);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(recordOf(reply).path("caller").path("kind").asText()).isEqualTo("sigv4");
    }

    private static Wire.Reply send(URI endpoint, RawRequest request) throws Exception {
        try (Wire wire = new Wire(endpoint)) {
            wire.send(request.bytes());
            return wire.reply();
        }
    }

    private static String message(Wire.Reply reply) throws Exception {
        return RunningSimulator.MAPPER.readTree(reply.body()).path("message").asText();
    }

    private static JsonNode recordOf(Wire.Reply reply) throws Exception {
        return simulator.consoleJson(
                "/api/decisions/" + reply.header("x-plsim-decision-id").orElseThrow());
    }
}
