package io.plsim.server.forwarding.agentcore;

import io.plsim.server.forwarding.upstream.UpstreamRequest;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Takes a client's signature off a request and puts one of the simulator's own AWS identity on. */
public final class Resigner {
    private static final String SERVICE = "bedrock-agentcore";
    private static final Set<String> OF_A_SIGNATURE =
            Set.of("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256", "date");

    private static final String QUERY_SIGNATURE = "x-amz-";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsProvider credentials;
    private final String region;

    /** A signer for one Region. */
    public Resigner(AwsCredentialsProvider credentials, String region) {
        this.credentials = credentials;
        this.region = region;
    }

    /** The request signed anew for its Host; the body is received whole, because its hash is signed. */
    UpstreamRequest sign(UpstreamRequest request, InboundRequest bodyOf) throws IOException {
        bodyOf.body().sha256Hex();
        String target = withoutSignature(request.target());
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .uri(URI.create(request.server() + target));
        for (Header header : request.headers()) {
            if (!OF_A_SIGNATURE.contains(header.name().toLowerCase(Locale.ROOT))) {
                unsigned.appendHeader(header.name(), header.value());
            }
        }
        SignedRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                .request(unsigned.build())
                .payload(() -> open(bodyOf))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        List<Header> headers = new ArrayList<>();
        signed.request()
                .headers()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return new UpstreamRequest(request.server(), request.method(), target, headers);
    }

    private static InputStream open(InboundRequest request) {
        try {
            return request.body().open();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The target without the parameters of a presigned request. */
    private static String withoutSignature(String target) {
        int question = target.indexOf('?');
        if (question < 0) {
            return target;
        }
        String query = Arrays.stream(target.substring(question + 1).split("&"))
                .filter(parameter -> !parameter.toLowerCase(Locale.ROOT).startsWith(QUERY_SIGNATURE))
                .collect(Collectors.joining("&"));
        return target.substring(0, question) + (query.isEmpty() ? "" : "?" + query);
    }
}
