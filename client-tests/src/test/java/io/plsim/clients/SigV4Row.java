package io.plsim.clients;

import java.time.Instant;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** A refusal: the message is exact, or the beginning of the text when it ends in an ellipsis. */
record SigV4Row(String name, RawRequest request, int status, String type, String message) {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final AwsCredentials ALICE = Callers.ALICE.credentials();
    static final AwsCredentials SESSION = Callers.SESSION.credentials();
    static final AwsCredentials EXPIRED = AwsSessionCredentials.create("ASIAEXPIRED0EXAMPLE", "secret", "OLD");
    static final String ARN_PATH = "/runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3A"
            + "runtime%2FcustomAgent1/invocations";
    static final String SESSION_ID = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";

    static final String MISSING = "MissingAuthenticationTokenException";
    static final String INCOMPLETE = "IncompleteSignatureException";
    static final String INVALID = "InvalidSignatureException";
    static final String UNRECOGNIZED = "UnrecognizedClientException";
    static final String DENIED = "AccessDeniedException";
    static final String MALFORMED = "MalformedHttpRequestException";
    static final String BAD_QUERY = "MalformedQueryString";

    static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access"
                    + " Key and signing method. Consult the service documentation for details.";
    static final String BAD_TOKEN = "The security token included in the request is invalid.";
    static final String UNSIGNED = "There were headers present in the request which were not signed";
    static final String ANY = "";

    @Override
    public String toString() {
        return name;
    }

    static SigV4Row row(String name, RawRequest request, String type, String message) {
        int status = type.equals(MALFORMED) || type.equals(BAD_QUERY) ? 400 : 403;
        return new SigV4Row(name, request, status, type, message);
    }

    static SigV4Row mismatch(String name, RawRequest request) {
        return row(name, request, INVALID, MISMATCH + "\n\nThe Canonical String for this request should have been\n'…");
    }

    static SigV4Row bad(String name, RawRequest request) {
        return row(name, request, MALFORMED, ANY + "…");
    }

    static SigV4Row query(String name, String escape, String message) {
        return row(name, signed().query(q -> q + "&qualifier=" + escape), BAD_QUERY, message);
    }

    static String unsupported(String algorithm) {
        return "Unsupported AWS 'algorithm': '" + algorithm + "'.";
    }

    static RawRequest plain() {
        return new RawRequest();
    }

    static RawRequest auth(String value) {
        return new RawRequest().line("Authorization: " + value);
    }

    static RawRequest signed() {
        return new RawRequest().signed(ALICE, NOW);
    }

    static RawRequest presigned(String expires) {
        return new RawRequest().body("").presigned(ALICE, NOW, expires);
    }

    static RawRequest both() {
        return new RawRequest().body("").presigned(ALICE, NOW, "300").signed(ALICE, NOW);
    }

    static RawRequest socket(String expires) {
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

    static RawRequest arn() {
        return new RawRequest()
                .with(r -> {
                    r.path = ARN_PATH;
                    r.query = "";
                })
                .signed(ALICE, NOW);
    }

    /** Signed in the normalised form, sent in another one. */
    static RawRequest normalised(String sent) {
        return signed().with(r -> r.path = sent);
    }

    static RawRequest withAccept() {
        return new RawRequest().line("Accept: application/json").signed(ALICE, NOW, "accept");
    }

    static RawRequest withSession() {
        return new RawRequest()
                .line(SESSION_ID + ": " + "a".repeat(33))
                .signed(ALICE, NOW, SESSION_ID.toLowerCase(java.util.Locale.ROOT));
    }

    static RawRequest declaring(String hash) {
        return new RawRequest()
                .line("x-amz-content-sha256: " + hash)
                .signed(ALICE, NOW, signer -> signer.bodyHash = computed -> hash, "x-amz-content-sha256");
    }

    static RawRequest algorithm(String name) {
        return authorization(header -> header.replace("AWS4-HMAC-SHA256", name));
    }

    static RawRequest authorization(UnaryOperator<String> change) {
        return signed().change("Authorization", change);
    }

    static RawRequest signedHeaders(UnaryOperator<String> change) {
        return authorization(header -> header.replace("host;x-amz-date", change.apply("host;x-amz-date")));
    }

    static RawRequest signature(UnaryOperator<String> change) {
        return authorization(header -> {
            int at = header.indexOf("Signature=") + "Signature=".length();
            return header.substring(0, at) + change.apply(header.substring(at));
        });
    }

    static String otherDigit(String signature) {
        return (signature.charAt(0) == '0' ? '1' : '0') + signature.substring(1);
    }
}
