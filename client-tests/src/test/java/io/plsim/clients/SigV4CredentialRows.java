package io.plsim.clients;

import static io.plsim.clients.SigV4Row.*;

import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Rows S1 to S19: what a request says of who signed it, when and for what. */
final class SigV4CredentialRows {
    private SigV4CredentialRows() {}

    static Stream<SigV4Row> all() {
        return Stream.of(credentials(), form(), dates(), scopes(), keys()).flatMap(rows -> rows);
    }

    private static Stream<SigV4Row> credentials() {
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

    private static Stream<SigV4Row> form() {
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

    private static Stream<SigV4Row> dates() {
        Stream<SigV4Row> forms = Stream.of(
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

    private static Stream<SigV4Row> scopes() {
        Stream<SigV4Row> services = Stream.of("bedrock", "bedrock-agentcore-control", "bedrock-agent-runtime", "")
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

    private static Stream<SigV4Row> keys() {
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
}
