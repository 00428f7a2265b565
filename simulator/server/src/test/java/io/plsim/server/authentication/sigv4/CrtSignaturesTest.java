package io.plsim.server.authentication.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.InboundRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.crt.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.crt.auth.signing.AwsSigner;
import software.amazon.awssdk.crt.auth.signing.AwsSigningConfig;
import software.amazon.awssdk.crt.auth.signing.AwsSigningConfig.AwsSignatureType;
import software.amazon.awssdk.crt.auth.signing.AwsSigningConfig.AwsSignedBodyHeaderType;
import software.amazon.awssdk.crt.auth.signing.AwsSigningConfig.AwsSigningAlgorithm;
import software.amazon.awssdk.crt.http.HttpHeader;
import software.amazon.awssdk.crt.http.HttpRequest;
import software.amazon.awssdk.crt.http.HttpRequestBodyStream;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The signer of the AWS common runtime, which the SDKs for C++, PHP and Kotlin use, as a second oracle. */
class CrtSignaturesTest {
    private static final int CASES = 300;

    @Test
    void whatTheCommonRuntimeSignsInTheHeaderIsAccepted() throws Exception {
        for (AwsSignedBodyHeaderType bodyHeader : AwsSignedBodyHeaderType.values()) {
            acceptsAll(AwsSignatureType.HTTP_REQUEST_VIA_HEADERS, bodyHeader);
        }
    }

    @Test
    void whatTheCommonRuntimePresignsIsAccepted() throws Exception {
        acceptsAll(AwsSignatureType.HTTP_REQUEST_VIA_QUERY_PARAMS, AwsSignedBodyHeaderType.NONE);
    }

    private static void acceptsAll(AwsSignatureType type, AwsSignedBodyHeaderType bodyHeader) throws Exception {
        RandomRequests requests = new RandomRequests(5);
        for (int i = 0; i < CASES; i++) {
            SdkHttpRequest unsigned = requests.next();
            byte[] body = requests.body(unsigned);
            InboundRequest signed = signed(unsigned, body, type, bodyHeader, i % 2 == 0);
            assertThat(Signed.judged(signed)).as("case %d: %s", i, unsigned).isInstanceOf(SignedBy.class);
        }
    }

    private static InboundRequest signed(
            SdkHttpRequest unsigned,
            byte[] body,
            AwsSignatureType type,
            AwsSignedBodyHeaderType bodyHeader,
            boolean session)
            throws Exception {
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Host", unsigned.host()));
        unsigned.headers().forEach((name, values) -> values.forEach(value -> headers.add(new HttpHeader(name, value))));
        String path = unsigned.encodedPath().isEmpty() ? "/" : unsigned.encodedPath();
        String target = path
                + unsigned.encodedQueryParameters().map(query -> "?" + query).orElse("");
        HttpRequest request =
                new HttpRequest(unsigned.method().name(), target, headers.toArray(HttpHeader[]::new), new Bytes(body));
        try (StaticCredentialsProvider credentials = credentials(session);
                AwsSigningConfig config = new AwsSigningConfig()) {
            config.setAlgorithm(AwsSigningAlgorithm.SIGV4);
            config.setSignatureType(type);
            config.setRegion("us-east-1");
            config.setService("bedrock-agentcore");
            config.setTime(Signed.NOW.toEpochMilli());
            config.setCredentialsProvider(credentials);
            config.setUseDoubleUriEncode(true);
            config.setShouldNormalizeUriPath(true);
            config.setSignedBodyHeader(bodyHeader);
            if (type == AwsSignatureType.HTTP_REQUEST_VIA_QUERY_PARAMS) {
                config.setExpirationInSeconds(Duration.ofMinutes(5).toSeconds());
            }
            return arriving(AwsSigner.signRequest(request, config).get(60, TimeUnit.SECONDS), body);
        }
    }

    private static StaticCredentialsProvider credentials(boolean session) {
        StaticCredentialsProvider.StaticCredentialsProviderBuilder builder =
                new StaticCredentialsProvider.StaticCredentialsProviderBuilder()
                        .withAccessKeyId(octets(session ? "ASIAIOSFODNN7EXAMPLE" : "AKIAIOSFODNN7EXAMPLE"))
                        .withSecretAccessKey(octets("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
        return session ? builder.withSessionToken(octets("EXAMPLESESSIONTOKEN")).build() : builder.build();
    }

    private static InboundRequest arriving(HttpRequest signed, byte[] body) {
        String target = signed.getEncodedPath();
        int mark = target.indexOf('?');
        List<Header> lines = signed.getHeaders().stream()
                .map(header -> new Header(header.getName(), header.getValue()))
                .toList();
        return Signed.request(
                signed.getMethod(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                lines,
                body);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A body that can be read again. */
    private static final class Bytes implements HttpRequestBodyStream {
        private final byte[] content;
        private int at;

        Bytes(byte[] content) {
            this.content = content;
        }

        @Override
        public boolean sendRequestBody(ByteBuffer out) {
            int length = Math.min(out.remaining(), content.length - at);
            out.put(content, at, length);
            at += length;
            return at == content.length;
        }

        @Override
        public boolean resetPosition() {
            at = 0;
            return true;
        }
    }
}
