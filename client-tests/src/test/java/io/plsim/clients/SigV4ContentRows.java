package io.plsim.clients;

import static io.plsim.clients.SigV4Row.*;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows S20 to S38: what is signed, and what was changed of it. */
final class SigV4ContentRows {
    private SigV4ContentRows() {}

    static Stream<SigV4Row> all() {
        return Stream.of(headers(), bodies(), targets(), queries()).flatMap(rows -> rows);
    }

    private static Stream<SigV4Row> headers() {
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
                mismatch("S26 another digit", signature(SigV4Row::otherDigit)),
                mismatch("S26 base64", signature(s -> "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=")));
    }

    private static Stream<SigV4Row> bodies() {
        Stream<SigV4Row> streaming = Stream.of(
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

    private static Stream<SigV4Row> targets() {
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

    private static Stream<SigV4Row> queries() {
        Stream<SigV4Row> expires = Stream.of("0", "-1", "NaN", "604801", "1e3", " 60", "99999999999999999999")
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
}
