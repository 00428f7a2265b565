package io.plsim.server.authentication.sigv4;

import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.Authenticator;
import io.plsim.server.authentication.CredentialStore;
import io.plsim.server.authentication.IamCredential;
import io.plsim.server.authentication.Signatories;
import io.plsim.server.authentication.sigv4.mismatch.MismatchDebugger;
import io.plsim.server.authentication.sigv4.mismatch.SignatureDiagnosis;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the AWS SDK's own signer, as they would arrive here, and an authenticator to judge them. */
final class Signed {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final AwsCredentialsIdentity ALICE =
            AwsCredentialsIdentity.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    static final AwsCredentialsIdentity SESSION = AwsSessionCredentialsIdentity.create(
            "ASIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "EXAMPLESESSIONTOKEN");

    private Signed() {}

    static Authenticator authenticator() {
        return authenticator(IamCredential.DEFAULTS, SignatureRules.DEFAULT);
    }

    static Authenticator authenticator(List<IamCredential> credentials, SignatureRules rules) {
        Signatories signatories = new Signatories(new CredentialStore(credentials));
        return new Authenticator(new SignatureVerifier(signatories, "us-east-1", CLOCK, rules), signatories, true);
    }

    /** An authenticator that looks for the cause of every n-th mismatch only, because that costs a thousand times more. */
    static Authenticator examiningOneIn(int n) {
        Signatories signatories = new Signatories(new CredentialStore(IamCredential.DEFAULTS));
        AtomicInteger mismatches = new AtomicInteger();
        return new Authenticator(
                new SignatureVerifier(
                        signatories,
                        "us-east-1",
                        CLOCK,
                        SignatureRules.DEFAULT,
                        (request, canonical, claimed, missing, others) -> mismatches.incrementAndGet() % n == 0
                                ? MismatchDebugger.examine(request, canonical, claimed, missing, others)
                                : SignatureDiagnosis.of("NOT_EXAMINED", "")),
                signatories,
                true);
    }

    static AuthenticationResult judged(InboundRequest request) throws Exception {
        return authenticator().identify(request);
    }

    static InboundRequest inHeader(SdkHttpRequest request, byte[] body, AwsCredentialsIdentity identity) {
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(builder -> builder.identity(identity)
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock-agentcore")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK))
                .request();
        return arriving(signed, body);
    }

    static InboundRequest inQuery(SdkHttpRequest request, AwsCredentialsIdentity identity, Duration life) {
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(builder -> builder.identity(identity)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, life)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock-agentcore")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK))
                .request();
        return arriving(signed, new byte[0]);
    }

    static InboundRequest arriving(SdkHttpRequest signed, byte[] body) {
        List<Header> lines = new ArrayList<>();
        signed.headers().forEach((name, values) -> values.forEach(value -> lines.add(new Header(name, value))));
        return request(
                signed.method().name(),
                signed.encodedPath(),
                signed.encodedQueryParameters().orElse(null),
                lines,
                body);
    }

    static InboundRequest request(String method, String path, @Nullable String query, List<Header> lines, byte[] body) {
        return new InboundRequest(
                EndpointService.DATA_PLANE, method, path, query, new Headers(lines), "127.0.0.1", new Bytes(body));
    }

    /** A body in memory. */
    record Bytes(byte[] content) implements RequestBody {
        @Override
        public String sha256Hex() {
            return Digests.hex(Digests.sha256().digest(content));
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }
}
