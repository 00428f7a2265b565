package io.plsim.benchmarks;

import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.Authenticator;
import io.plsim.server.authentication.CredentialStore;
import io.plsim.server.authentication.IamCredential;
import io.plsim.server.authentication.Signatories;
import io.plsim.server.authentication.sigv4.SignatureRules;
import io.plsim.server.authentication.sigv4.SignatureVerifier;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** What verifying a signature costs, beside what the AWS SDK's signer takes to make it; the body's hash is in both. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SignatureBenchmark {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final byte[] BODY = "{\"prompt\":\"What is on my calendar today, and what should I do first?\"}"
            .getBytes(StandardCharsets.UTF_8);
    private static final String TARGET = "http://localhost:4650/runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A"
            + "111122223333%3Aruntime%2Fmy_agent-AbCdEf1234/invocations?qualifier=DEFAULT";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsIdentity alice =
            AwsCredentialsIdentity.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    private final SdkHttpRequest unsigned = SdkHttpRequest.builder()
            .uri(URI.create(TARGET))
            .method(SdkHttpMethod.POST)
            .putHeader("Content-Type", "application/json")
            .putHeader("Accept", "application/json")
            .putHeader("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id", "session-0123456789-0123456789-0123456789")
            .build();
    private final InboundRequest arriving = arriving(sign().request());
    private final Authenticator authenticator = authenticator();

    @Benchmark
    public AuthenticationResult verify() throws IOException {
        return authenticator.identify(arriving);
    }

    @Benchmark
    public SignedRequest signWithTheSdk() {
        return sign();
    }

    private SignedRequest sign() {
        return signer.sign(builder -> builder.identity(alice)
                .request(unsigned)
                .payload(ContentStreamProvider.fromByteArray(BODY))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock-agentcore")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK));
    }

    private static Authenticator authenticator() {
        Signatories signatories = new Signatories(new CredentialStore(IamCredential.DEFAULTS));
        return new Authenticator(
                new SignatureVerifier(signatories, "us-east-1", CLOCK, SignatureRules.DEFAULT), signatories, true);
    }

    private static InboundRequest arriving(SdkHttpRequest signed) {
        List<Header> lines = new ArrayList<>();
        signed.headers().forEach((name, values) -> values.forEach(value -> lines.add(new Header(name, value))));
        return new InboundRequest(
                EndpointService.DATA_PLANE,
                signed.method().name(),
                signed.encodedPath(),
                signed.encodedQueryParameters().orElse(""),
                new Headers(lines),
                "127.0.0.1",
                new Body());
    }

    /** Hashes its bytes every time, as a body that arrives is hashed once. */
    private static final class Body implements RequestBody {
        @Override
        public String sha256Hex() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(BODY));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(BODY);
        }
    }
}
