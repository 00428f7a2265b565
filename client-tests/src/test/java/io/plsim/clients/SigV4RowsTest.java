package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Signature Version 4, row by row (S1 to S43): each case is named after its row, goes over a raw socket, and is checked for
 * status, error type, message and record, and for nothing being forwarded. The clock stands still.
 */
class SigV4RowsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final AwsCredentials ALICE = Callers.ALICE.credentials();
    private static final AwsCredentials SESSION = Callers.SESSION.credentials();
    private static final AwsCredentials EXPIRED = AwsSessionCredentials.create("ASIAEXPIRED0EXAMPLE", "secret", "OLD");
    private static final String ARN_PATH = "/runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3A"
            + "runtime%2FcustomAgent1/invocations";
    private static final String SESSION_ID = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";

    private static final String MISSING = "MissingAuthenticationTokenException";
    private static final String INCOMPLETE = "IncompleteSignatureException";
    private static final String INVALID = "InvalidSignatureException";
    private static final String UNRECOGNIZED = "UnrecognizedClientException";
    private static final String DENIED = "AccessDeniedException";
    private static final String MALFORMED = "MalformedHttpRequestException";
    private static final String BAD_QUERY = "MalformedQueryString";

    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access"
                    + " Key and signing method. Consult the service documentation for details.";
    private static final String BAD_TOKEN = "The security token included in the request is invalid.";
    private static final String UNSIGNED = "There were headers present in the request which were not signed";
    private static final String ANY = "";

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

    /** A refusal: the message is exact, or the beginning of the text when it ends in an ellipsis. */
    private record Row(String name, RawRequest request, int status, String type, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> refused() {
        return Stream.of(credentials(), form(), dates(), scopes(), keys(), headers(), bodies(), targets(), queries())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> credentials() {
        return Stream.of(
                row("S1 no credentials at all", plain(), MISSING, "Missing Authentication Token"),
                row("S2 Basic", auth("Basic dXNlcjpwYXNz"), INCOMPLETE, "Unsupported AWS 'algorithm': 'Basic'."),
                row("S2 an empty header", auth(""), INCOMPLETE, "Unsupported AWS 'algorithm': ''."),
                row("S2 an unknown scheme", auth("Token abc"), INCOMPLETE, "Unsupported AWS 'algorithm': 'Token'."),
                row("S2 a lone word is not quoted", auth("c2VjcmV0"), INCOMPLETE, "Unsupported AWS 'algorithm': ''."),
                row("S3 SHA512", algorithm("AWS4-HMAC-SHA512"), INCOMPLETE, unsupported("AWS4-HMAC-SHA512")),
                row("S3 v4a", algorithm("AWS4-ECDSA-P256-SHA256"), INCOMPLETE, unsupported("AWS4-ECDSA-P256-SHA256")),
                row("S3 lower case", algorithm("aws4-hmac-sha256"), INCOMPLETE, unsupported("aws4-hmac-sha256")),
                row(
                        "S3 -PAYLOAD",
                        algorithm("AWS4-HMAC-SHA256-PAYLOAD"),
                        INCOMPLETE,
                        unsupported("AWS4-HMAC-SHA256-PAYLOAD")),
                row(
                        "S4 the same Authorization header twice",
                        signed().with(r -> r.line(
                                "Authorization: " + r.values("Authorization").get(0))),
                        INCOMPLETE,
                        "A request has one Authorization header."),
                row(
                        "S4 a bearer token beside a signature",
                        signed().line("Authorization: Bearer abc"),
                        INCOMPLETE,
                        "A request has one Authorization header."),
                row("S5 header and query credentials", both(), INVALID, ""),
                row(
                        "S5 the identity of a second key in the query",
                        signed().query(q -> q + "&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                                + "&X-Amz-Credential=AKIAI44QH8DHBEXAMPLE%2F20261123%2Fus-east-1%2Fx%2Faws4_request"),
                        INVALID,
                        ""),
                row(
                        "S5 with an escaped parameter name",
                        signed().query(q -> q + "&X-Amz%2DAlgorithm=AWS4-HMAC-SHA256"),
                        INVALID,
                        ""));
    }

    private static Stream<Row> form() {
        String mark = "Authorization header requires '%s' parameter. ";
        return Stream.of(
                row(
                        "S6 Credential is missing",
                        authorization(a -> a.replaceAll("Credential=[^,]*, ", "")),
                        INCOMPLETE,
                        mark.formatted("Credential") + "(Hashed with SHA-256 and encoded with Base64) Authorization=…"),
                row(
                        "S6 SignedHeaders is missing",
                        authorization(a -> a.replaceAll("SignedHeaders=[^,]*, ", "")),
                        INCOMPLETE,
                        mark.formatted("SignedHeaders") + "…"),
                row(
                        "S6 Signature is missing",
                        authorization(a -> a.replaceAll(", Signature=.*", "")),
                        INCOMPLETE,
                        mark.formatted("Signature") + "…"),
                row(
                        "S6 everything is missing",
                        auth("AWS4-HMAC-SHA256"),
                        INCOMPLETE,
                        mark.formatted("Credential") + mark.formatted("Signature") + mark.formatted("SignedHeaders")
                                + "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. …"),
                row(
                        "S6 a blank Credential",
                        authorization(a -> a.replaceAll("Credential=[^,]*", "Credential= ")),
                        INCOMPLETE,
                        mark.formatted("Credential") + "…"),
                row(
                        "S6 Signature twice",
                        authorization(a -> a + ", Signature=" + "0".repeat(64)),
                        INCOMPLETE,
                        "Authorization header has the parameter 'Signature' twice."),
                row(
                        "S6 no equal sign",
                        authorization(a -> a.replace("SignedHeaders=", "SignedHeaders")),
                        INCOMPLETE,
                        "'SignedHeadershost;x-amz-date' not a valid key=value pair (missing equal-sign) in Authorization"
                                + " header: 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/…"),
                row(
                        "S7 four parts",
                        authorization(a -> a.replace("/aws4_request", "")),
                        INCOMPLETE,
                        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got"
                                + " 'AKIAIOSFODNN7EXAMPLE/20261123/us-east-1/bedrock-agentcore'"),
                row(
                        "S7 six parts",
                        authorization(a -> a.replace("/us-east-1", "/us-east-1/x")),
                        INCOMPLETE,
                        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got"
                                + " 'AKIAIOSFODNN7EXAMPLE/20261123/us-east-1/x/bedrock-agentcore/aws4_request'"));
    }

    private static Stream<Row> dates() {
        Stream<Row> forms = Stream.of(
                        "2026-11-23T12:00:00Z",
                        "Mon, 23 Nov 2026 12:00:00 GMT",
                        "20260230T120000Z",
                        "20261123T120000+0000",
                        "20261123t120000z",
                        "20261123T120060Z",
                        "")
                .map(date -> row(
                        "S9 " + date,
                        signed().change("X-Amz-Date", old -> date),
                        INCOMPLETE,
                        "Date must be in ISO-8601 'basic format'. Got '" + date
                                + "'. See http://en.wikipedia.org/wiki/ISO_8601"));
        return Stream.concat(
                forms,
                Stream.of(
                        row(
                                "S8 no date",
                                signed().drop("X-Amz-Date"),
                                INCOMPLETE,
                                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. …"),
                        row(
                                "S9 doubled",
                                signed().line("X-Amz-Date: 20261123T120000Z"),
                                INCOMPLETE,
                                "Date must be in ISO-8601 'basic format'. Got '20261123T120000Z,20261123T120000Z'.…"),
                        row(
                                "S9 an RFC 1123 Date header",
                                new RawRequest()
                                        .line("Date: Mon, 23 Nov 2026 12:00:00 GMT")
                                        .signed(ALICE, NOW),
                                INCOMPLETE,
                                "Date must be in ISO-8601 'basic format'. Got 'Mon, 23 Nov 2026 12:00:00 GMT'.…"),
                        row(
                                "S10 5 min 01 s old",
                                new RawRequest().signed(ALICE, NOW.minusSeconds(301)),
                                INVALID,
                                "Signature expired: 20261123T115459Z is now earlier than 20261123T115500Z"
                                        + " (20261123T120000Z - 5 min.)"),
                        row(
                                "S11 5 min 01 s ahead",
                                new RawRequest().signed(ALICE, NOW.plusSeconds(301)),
                                INVALID,
                                "Signature not yet current: 20261123T120501Z is still later than 20261123T120500Z"
                                        + " (20261123T120000Z + 5 min.)"),
                        row(
                                "S12 the date is not signed",
                                new RawRequest().signed(ALICE, NOW, "-x-amz-date"),
                                DENIED,
                                UNSIGNED),
                        row(
                                "S12 the Date header is not signed",
                                new RawRequest().line("Date: 20261123T120000Z").signed(ALICE, NOW, "-date"),
                                DENIED,
                                UNSIGNED)));
    }

    private static Stream<Row> scopes() {
        Stream<Row> services = Stream.of("bedrock", "bedrock-agentcore-control", "bedrock-agent-runtime", "")
                .map(service -> row(
                        "S14 " + service,
                        new RawRequest().signed(ALICE, NOW, signer -> signer.service = service),
                        INVALID,
                        "Credential should be scoped to correct service: 'bedrock-agentcore'."));
        return Stream.concat(
                services,
                Stream.of(
                        row(
                                "S13 another region",
                                new RawRequest().signed(ALICE, NOW, signer -> signer.region = "eu-west-1"),
                                INVALID,
                                "Credential should be scoped to a valid region, not 'eu-west-1'."),
                        row(
                                "S15 another terminator",
                                new RawRequest().signed(ALICE, NOW, signer -> signer.terminator = "aws5_request"),
                                INVALID,
                                "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'."),
                        row(
                                "S15 another day",
                                authorization(a -> a.replace("/20261123/", "/20261122/")),
                                INVALID,
                                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
                                        + " '20261122' != '20261123', from '20261123T120000Z'."),
                        row(
                                "S15 every fault in one message",
                                authorization(a ->
                                        a.replaceAll("Credential=[^,]*", "Credential=AKIAIOSFODNN7EXAMPLE/1/2/3/4")),
                                INVALID,
                                "Credential should be scoped to a valid region, not '2'. Credential should be scoped to"
                                        + " correct service: 'bedrock-agentcore'. Credential should be scoped with a valid"
                                        + " terminator: 'aws4_request', not '4'. Date in Credential scope does not match…")));
    }

    private static Stream<Row> keys() {
        return Stream.of(
                row(
                        "S16 an unknown key",
                        new RawRequest().signed(AwsBasicCredentials.create("AKIANOBODY00000EXAMPLE", "secret"), NOW),
                        UNRECOGNIZED,
                        BAD_TOKEN),
                row(
                        "S17 a wrong session token",
                        new RawRequest()
                                .signed(
                                        AwsSessionCredentials.create(
                                                SESSION.accessKeyId(),
                                                SESSION.secretAccessKey(),
                                                "EXAMPLESESSIONTOKEM"),
                                        NOW),
                        UNRECOGNIZED,
                        BAD_TOKEN),
                row(
                        "S17 a stripped session token",
                        new RawRequest().signed(SESSION, NOW).drop("X-Amz-Security-Token"),
                        UNRECOGNIZED,
                        BAD_TOKEN),
                row(
                        "S17 an extra session token",
                        new RawRequest()
                                .signed(
                                        AwsSessionCredentials.create(
                                                ALICE.accessKeyId(), ALICE.secretAccessKey(), "EXAMPLESESSIONTOKEN"),
                                        NOW),
                        UNRECOGNIZED,
                        BAD_TOKEN),
                row(
                        "S17 two session tokens",
                        new RawRequest().signed(SESSION, NOW).line("X-Amz-Security-Token: EXAMPLESESSIONTOKEN"),
                        UNRECOGNIZED,
                        BAD_TOKEN),
                row(
                        "S17 the token of another session of the same key",
                        new RawRequest()
                                .signed(
                                        AwsSessionCredentials.create(
                                                SESSION.accessKeyId(),
                                                SESSION.secretAccessKey(),
                                                "ANOTHERSESSIONTOKEN"),
                                        NOW),
                        INVALID,
                        MISMATCH + "…"),
                row(
                        "S18 an expired session",
                        new RawRequest().signed(EXPIRED, NOW),
                        "ExpiredTokenException",
                        "The security token included in the request is expired"),
                row(
                        "S19 the session token is not signed",
                        new RawRequest().signed(SESSION, NOW, "-x-amz-security-token"),
                        DENIED,
                        UNSIGNED));
    }

    private static Stream<Row> headers() {
        String list = "SignedHeaders must be a sorted list of lower-case header names, each once.";
        return Stream.of(
                row(
                        "S20 host is not signed",
                        new RawRequest().signed(ALICE, NOW, "-host"),
                        INVALID,
                        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."),
                row("S21 unsorted", signedHeaders(names -> "x-amz-date;host"), INCOMPLETE, list),
                row("S21 upper case", signedHeaders(names -> "Host;x-amz-date"), INCOMPLETE, list),
                row("S21 doubled", signedHeaders(names -> "host;host;x-amz-date"), INCOMPLETE, list),
                row("S21 an empty element", signedHeaders(names -> "host;;x-amz-date"), INCOMPLETE, list),
                row("S21 authorization", signedHeaders(names -> "authorization;host;x-amz-date"), INCOMPLETE, list),
                row(
                        "S21 thousands",
                        signedHeaders(names -> names
                                + IntStream.range(0, 5000)
                                        .mapToObj(i -> ";y" + (10000 + i))
                                        .reduce("", String::concat)),
                        INCOMPLETE,
                        "SignedHeaders must not name more than 256 headers."),
                mismatch("S22 a signed header is missing", withAccept().drop("Accept")),
                mismatch("S22 a signed header is emptied", withAccept().change("Accept", old -> "")),
                mismatch("S22 a second value is added", withAccept().line("Accept: text/plain")),
                mismatch("S22 a value is changed", withAccept().change("Accept", old -> "*/*")),
                mismatch(
                        "S22 a header signed as empty does not arrive",
                        new RawRequest()
                                .line("mcp-name: ")
                                .signed(ALICE, NOW, "mcp-name")
                                .drop("mcp-name")),
                row("S23 x-amz-meta", signed().line("x-amz-meta-role: admin"), DENIED, UNSIGNED),
                row("S23 X-AMZ-Target", signed().line("X-AMZ-Target: other"), DENIED, UNSIGNED),
                row(
                        "S23 presigned",
                        presigned("300").line("x-amz-content-sha256: " + HandSigner.EMPTY_BODY),
                        DENIED,
                        UNSIGNED),
                mismatch("S24 session id", withSession().change(SESSION_ID, id -> id.replace('a', 'b'))),
                mismatch(
                        "S24 user id",
                        new RawRequest()
                                .line("X-Amzn-Bedrock-AgentCore-Runtime-User-Id: alice")
                                .signed(ALICE, NOW, "x-amzn-bedrock-agentcore-runtime-user-id")
                                .change("X-Amzn-Bedrock-AgentCore-Runtime-User-Id", id -> "root")),
                mismatch(
                        "S24 content type",
                        new RawRequest()
                                .line("Content-Type: application/json; charset=UTF-8")
                                .signed(ALICE, NOW, "content-type")
                                .change("Content-Type", type -> "application/json; charset=utf-8")),
                mismatch("S25 host changed", signed().change("Host", host -> "example.com")),
                mismatch("S25 port added", signed().change("Host", host -> "localhost:4650")),
                mismatch("S25 host case", signed().change("Host", host -> "LOCALHOST")),
                mismatch("S25 trailing dot", signed().change("Host", host -> "localhost.")),
                mismatch(
                        "S25 endpoint name instead of the regional one",
                        new RawRequest()
                                .change("Host", host -> "bedrock-agentcore.us-east-1.amazonaws.com")
                                .signed(ALICE, NOW)
                                .change(
                                        "Host",
                                        host ->
                                                "vpce-0a1b2c3d4e5f60718-x.bedrock-agentcore.us-east-1.vpce.amazonaws.com")),
                mismatch("S26 truncated", signature(s -> s.substring(0, 63))),
                mismatch("S26 longer", signature(s -> s + "0")),
                mismatch("S26 upper case", signature(s -> s.toUpperCase(java.util.Locale.ROOT))),
                mismatch("S26 another digit", signature(SigV4RowsTest::otherDigit)),
                mismatch("S26 base64", signature(s -> "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=")));
    }

    private static Stream<Row> bodies() {
        Stream<Row> streaming = Stream.of(
                        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
                        "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                        "STREAMING-AWS4-HMAC-SHA256-EVENTS")
                .map(declared -> row("S30 " + declared, declaring(declared), INVALID, MISMATCH));
        return Stream.concat(
                streaming,
                Stream.of(
                        mismatch("S27 changed", signed().body("{\"prompt\":\"jello\"}")),
                        mismatch("S27 truncated", signed().body("{\"prompt\":\"hello\"")),
                        mismatch("S27 appended", signed().body("{\"prompt\":\"hello\"} ")),
                        mismatch("S27 emptied", signed().body("")),
                        mismatch(
                                "S28 changed under a signed hash",
                                new RawRequest()
                                        .with(r -> r.line("x-amz-content-sha256: " + HandSigner.sha256(r.body)))
                                        .signed(ALICE, NOW, "x-amz-content-sha256")
                                        .body("{\"prompt\":\"other\"}")),
                        mismatch(
                                "S28 the signature itself is over the declared hash of another body",
                                new RawRequest()
                                        .line("x-amz-content-sha256: " + HandSigner.EMPTY_BODY)
                                        .signed(
                                                ALICE,
                                                NOW,
                                                signer -> signer.bodyHash = hash -> HandSigner.EMPTY_BODY,
                                                "x-amz-content-sha256")),
                        mismatch(
                                "S28 the declared hash is not the body's, the signature is over the body's",
                                new RawRequest()
                                        .line("x-amz-content-sha256: " + HandSigner.EMPTY_BODY)
                                        .signed(ALICE, NOW, "x-amz-content-sha256")),
                        row("S29 UNSIGNED-PAYLOAD signed", declaring("UNSIGNED-PAYLOAD"), INVALID, MISMATCH),
                        row(
                                "S29 UNSIGNED-PAYLOAD not signed",
                                signed().line("x-amz-content-sha256: UNSIGNED-PAYLOAD"),
                                DENIED,
                                UNSIGNED),
                        mismatch(
                                "S29 UNSIGNED-PAYLOAD in the canonical request alone",
                                new RawRequest()
                                        .signed(ALICE, NOW, signer -> signer.bodyHash = hash -> "UNSIGNED-PAYLOAD")),
                        mismatch("S31 method changed", signed().with(r -> r.method = "PUT"))));
    }

    private static Stream<Row> targets() {
        return Stream.of(
                mismatch("S32 %2F becomes /", arn().with(r -> r.path = r.path.replace("%2F", "/"))),
                mismatch("S32 %3A becomes :", arn().with(r -> r.path = r.path.replace("%3A", ":"))),
                mismatch("S32 %3A becomes %3a", arn().with(r -> r.path = r.path.replace("%3A", "%3a"))),
                mismatch("S32 encoded twice", arn().with(r -> r.path = r.path.replace("%", "%25"))),
                mismatch("S32 %72untimes", arn().with(r -> r.path = r.path.replace("/r", "/%72"))),
                mismatch("S32 a trailing slash", arn().with(r -> r.path += "/")),
                bad("S32 a path parameter", arn().with(r -> r.path += ";x")),
                bad("S32 a backslash", arn().with(r -> r.path = r.path.replace("/inv", "\\inv"))),
                bad("S33 //", normalised("/runtimes//customAgent1/invocations")),
                bad("S33 /./", normalised("/runtimes/./customAgent1/invocations")),
                bad("S33 /x/../", normalised("/runtimes/x/../customAgent1/invocations")),
                bad("S33 %2e", normalised("/runtimes/%2e/customAgent1/invocations")),
                bad("S34 above the root", normalised("/../runtimes/customAgent1/invocations")));
    }

    private static Stream<Row> queries() {
        Stream<Row> expires = Stream.of("0", "-1", "NaN", "604801", "1e3", " 60", "99999999999999999999")
                .map(text -> row(
                        "S37 expires " + text,
                        presigned(text.replace(" ", "%20")),
                        INCOMPLETE,
                        "X-Amz-Expires must be a number of seconds from 1 to 604800."));
        return Stream.concat(
                expires,
                Stream.of(
                        mismatch("S35 added", signed().query(q -> q + "&qualifier=DEFAULT")),
                        mismatch("S35 removed", signed().query(q -> "")),
                        mismatch("S35 repeated", signed().query(q -> q + "&" + q)),
                        mismatch("S35 other case", signed().query(q -> q.replace("accountId", "accountid"))),
                        query("S35 %zz", "%zz", "Illegal hex character in escape % pattern: %zz"),
                        query("S35 a lone %", "%", "Incomplete trailing escape % sequence"),
                        query("S35 a cut escape", "%4", "Incomplete trailing escape % sequence"),
                        mismatch(
                                "S36 + sent for a signed %20",
                                new RawRequest()
                                        .query(q -> q + "&qualifier=a%20b")
                                        .signed(ALICE, NOW)
                                        .query(q -> q.replace("%20", "+"))),
                        row(
                                "S37 expired",
                                new RawRequest().body("").presigned(ALICE, NOW.minusSeconds(301), "300"),
                                INVALID,
                                "Signature expired: 20261123T115459Z is now earlier than 20261123T115500Z"
                                        + " (20261123T120000Z - 5 min.)"),
                        row(
                                "S37 future",
                                new RawRequest().body("").presigned(ALICE, NOW.plusSeconds(301), "300"),
                                INVALID,
                                "Signature not yet current: …"),
                        mismatch(
                                "S37 expires tampered",
                                presigned("300").query(q -> q.replace("Expires=300", "Expires=604800"))),
                        row(
                                "S37 expires missing",
                                presigned(""),
                                INCOMPLETE,
                                "AWS query-string parameters must include 'X-Amz-Expires'. Re-examine the query-string"
                                        + " parameters."),
                        row(
                                "S37 a WebSocket handshake for longer than 300 s",
                                socket("301"),
                                INCOMPLETE,
                                "X-Amz-Expires must be a number of seconds from 1 to 300 for a WebSocket handshake."),
                        row(
                                "S38 the signature twice",
                                presigned("300").query(q -> q + "&X-Amz-Signature=" + "0".repeat(64)),
                                INCOMPLETE,
                                "The query-string parameter 'X-Amz-Signature' is given more than once."),
                        row(
                                "S38 the credential twice, one of them escaped",
                                presigned("300")
                                        .query(
                                                q -> q
                                                        + "&X-Amz-%43redential=AKIAI44QH8DHBEXAMPLE%2F20261123%2Fus-east-1%2Fx%2Fy"),
                                INCOMPLETE,
                                "The query-string parameter 'X-Amz-Credential' is given more than once."),
                        row(
                                "S38 every parameter stripped but the algorithm",
                                new RawRequest().query(q -> "X-Amz-Algorithm=AWS4-HMAC-SHA256"),
                                INCOMPLETE,
                                "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters"
                                        + " must include 'X-Amz-Signature'. AWS query-string parameters must include"
                                        + " 'X-Amz-SignedHeaders'. AWS query-string parameters must include 'X-Amz-Date'."
                                        + " AWS query-string parameters must include 'X-Amz-Expires'. Re-examine the"
                                        + " query-string parameters."),
                        row(
                                "S38 the session token stripped",
                                new RawRequest()
                                        .body("")
                                        .presigned(SESSION, NOW, "300")
                                        .query(q -> q.replaceAll("&X-Amz-Security-Token=[^&]*", "")),
                                UNRECOGNIZED,
                                BAD_TOKEN),
                        row(
                                "S38 the session token changed",
                                new RawRequest()
                                        .body("")
                                        .presigned(SESSION, NOW, "300")
                                        .query(q -> q.replace("EXAMPLESESSIONTOKEN", "OTHER")),
                                UNRECOGNIZED,
                                BAD_TOKEN),
                        mismatch("S38 a parameter added", presigned("300").query(q -> q + "&qualifier=x")),
                        mismatch(
                                "S38 a session id changed",
                                new RawRequest()
                                        .body("")
                                        .query(q -> q + "&" + SESSION_ID + "=" + "a".repeat(33))
                                        .presigned(ALICE, NOW, "300")
                                        .query(q -> q.replace("aaa", "bbb"))),
                        mismatch(
                                "S38 another path",
                                socket("300").with(r -> r.path = r.path.replace("/ws", "/ws/shells"))),
                        mismatch("S38 another method", presigned("300").with(r -> r.method = "DELETE")),
                        mismatch("S38 with a body", presigned("300").body("{}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(Row row) throws Exception {
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

    private static Row row(String name, RawRequest request, String type, String message) {
        int status = type.equals(MALFORMED) || type.equals(BAD_QUERY) ? 400 : 403;
        return new Row(name, request, status, type, message);
    }

    private static Row mismatch(String name, RawRequest request) {
        return row(name, request, INVALID, MISMATCH + "\n\nThe Canonical String for this request should have been\n'…");
    }

    private static Row bad(String name, RawRequest request) {
        return row(name, request, MALFORMED, ANY + "…");
    }

    private static Row query(String name, String escape, String message) {
        return row(name, signed().query(q -> q + "&qualifier=" + escape), BAD_QUERY, message);
    }

    private static String unsupported(String algorithm) {
        return "Unsupported AWS 'algorithm': '" + algorithm + "'.";
    }

    private static RawRequest plain() {
        return new RawRequest();
    }

    private static RawRequest auth(String value) {
        return new RawRequest().line("Authorization: " + value);
    }

    private static RawRequest signed() {
        return new RawRequest().signed(ALICE, NOW);
    }

    private static RawRequest presigned(String expires) {
        return new RawRequest().body("").presigned(ALICE, NOW, expires);
    }

    private static RawRequest both() {
        return new RawRequest().body("").presigned(ALICE, NOW, "300").signed(ALICE, NOW);
    }

    private static RawRequest socket(String expires) {
        return new RawRequest()
                .with(r -> {
                    r.method = "GET";
                    r.path = "/runtimes/customAgent1/ws";
                })
                .line("Connection: Upgrade")
                .line("Upgrade: websocket")
                .line("Sec-WebSocket-Version: 13")
                .line("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                .body("")
                .withoutContentLength()
                .presigned(ALICE, NOW, expires);
    }

    private static RawRequest arn() {
        return new RawRequest()
                .with(r -> {
                    r.path = ARN_PATH;
                    r.query = "";
                })
                .signed(ALICE, NOW);
    }

    /** Signed in the normalised form, sent in another one. */
    private static RawRequest normalised(String sent) {
        return signed().with(r -> r.path = sent);
    }

    private static RawRequest withAccept() {
        return new RawRequest().line("Accept: application/json").signed(ALICE, NOW, "accept");
    }

    private static RawRequest withSession() {
        return new RawRequest()
                .line(SESSION_ID + ": " + "a".repeat(33))
                .signed(ALICE, NOW, SESSION_ID.toLowerCase(java.util.Locale.ROOT));
    }

    private static RawRequest declaring(String hash) {
        return new RawRequest()
                .line("x-amz-content-sha256: " + hash)
                .signed(ALICE, NOW, signer -> signer.bodyHash = computed -> hash, "x-amz-content-sha256");
    }

    private static RawRequest algorithm(String name) {
        return authorization(header -> header.replace("AWS4-HMAC-SHA256", name));
    }

    private static RawRequest authorization(UnaryOperator<String> change) {
        return signed().change("Authorization", change);
    }

    private static RawRequest signedHeaders(UnaryOperator<String> change) {
        return authorization(header -> header.replace("host;x-amz-date", change.apply("host;x-amz-date")));
    }

    private static RawRequest signature(UnaryOperator<String> change) {
        return authorization(header -> {
            int at = header.indexOf("Signature=") + "Signature=".length();
            return header.substring(0, at) + change.apply(header.substring(at));
        });
    }

    private static String otherDigit(String signature) {
        return (signature.charAt(0) == '0' ? '1' : '0') + signature.substring(1);
    }

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
