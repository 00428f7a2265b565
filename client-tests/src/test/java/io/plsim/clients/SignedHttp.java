package io.plsim.clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Plain HTTP requests with a signature of the AWS SDK's own signer, so that a test can spoil either afterwards. */
final class SignedHttp {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SignedHttp() {}

    static HttpResponse<String> post(URI endpoint, String path, String body, Callers caller) throws Exception {
        return send(signed(endpoint, path, body, caller.credentials(), Clock.systemUTC()), body);
    }

    static SignedRequest signed(URI endpoint, String path, String body, AwsCredentials credentials, Clock clock) {
        return signed(endpoint, "POST", path, body, credentials, clock);
    }

    static SignedRequest signed(
            URI endpoint, String method, String path, String body, AwsCredentials credentials, Clock clock) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(URI.create(endpoint + path))
                .method(SdkHttpMethod.fromValue(method))
                .putHeader("Content-Type", "application/json")
                .build();
        return AwsV4HttpSigner.create()
                .sign(builder -> builder.identity(credentials)
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock-agentcore")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    }

    static HttpResponse<String> send(SignedRequest signed, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(signed.request().getUri()).POST(HttpRequest.BodyPublishers.ofString(body));
        signed.request().headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
