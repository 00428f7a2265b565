package io.plsim.clients;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static io.plsim.testkit.decisions.DecisionAssertions.implicitDeny;
import static io.plsim.testkit.decisions.SimulatedPrincipal.ALICE;
import static io.plsim.testkit.decisions.SimulatedPrincipal.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plsim.testkit.decisions.AwsSdkClients;
import io.plsim.testkit.decisions.PrivateLinkSimulator;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreAsyncClient;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeAgentRuntimeRequest;

/** The clients that people have, each allowed as one caller and denied as another; run in process and in a container. */
abstract class RealClients {
    private static final String AGENT = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/myAgent";
    private static final String INVOCATION = "/runtimes/myAgent/invocations?accountId=111122223333";
    private static final String BODY = "{\"prompt\": \"hello\"}";
    private static final String ALICE_ONLY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "AllowAlice", "Effect": "Allow", "Resource": "*",
              "Action": ["bedrock-agentcore:InvokeAgentRuntime", "bedrock-agentcore:InvokeAgentRuntimeWithWebSocketStream"],
              "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}]}""";
    private static final String FULL_ACCESS = """
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}""";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    abstract PrivateLinkSimulator simulator();

    @BeforeEach
    void onlyAliceMayInvoke() {
        simulator().console().reset();
        simulator().attachPolicy(ALICE_ONLY);
    }

    /** The synchronous HTTP clients of the SDK for Java. */
    enum Synchronous {
        APACHE(ApacheHttpClient::create),
        CRT(AwsCrtHttpClient::create);

        private final Supplier<SdkHttpClient> create;

        Synchronous(Supplier<SdkHttpClient> create) {
            this.create = create;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSynchronousSdkForJava(Synchronous kind) {
        try (SdkHttpClient http = kind.create.get();
                BedrockAgentCoreClient alice = synchronous(http, ALICE);
                BedrockAgentCoreClient bob = synchronous(http, BOB)) {
            assertThat(alice.invokeAgentRuntimeAsBytes(request()).asUtf8String())
                    .contains("hello");
            assertThatThrownBy(() -> bob.invokeAgentRuntimeAsBytes(request()))
                    .isInstanceOfSatisfying(
                            AwsServiceException.class,
                            denied -> assertThat(denied.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDeniedException"));
        }
        aliceWasAllowedAndBobDenied();
    }

    private BedrockAgentCoreClient synchronous(SdkHttpClient http, SimulatedPrincipal caller) {
        return new AwsSdkClients(simulator())
                .configure(BedrockAgentCoreClient.builder(), caller)
                .httpClient(http)
                .build();
    }

    /** The asynchronous HTTP clients of the SDK for Java. */
    enum Asynchronous {
        NETTY(NettyNioAsyncHttpClient::create),
        CRT(AwsCrtAsyncHttpClient::create);

        private final Supplier<SdkAsyncHttpClient> create;

        Asynchronous(Supplier<SdkAsyncHttpClient> create) {
            this.create = create;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAsynchronousSdkForJava(Asynchronous kind) {
        try (SdkAsyncHttpClient http = kind.create.get();
                BedrockAgentCoreAsyncClient alice = asynchronous(http, ALICE);
                BedrockAgentCoreAsyncClient bob = asynchronous(http, BOB)) {
            assertThat(alice.invokeAgentRuntime(request(), AsyncResponseTransformer.toBytes())
                            .join()
                            .asUtf8String())
                    .contains("hello");
            assertThatThrownBy(() -> bob.invokeAgentRuntime(request(), AsyncResponseTransformer.toBytes())
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("because no VPC endpoint policy allows");
        }
        aliceWasAllowedAndBobDenied();
    }

    private BedrockAgentCoreAsyncClient asynchronous(SdkAsyncHttpClient http, SimulatedPrincipal caller) {
        return new AwsSdkClients(simulator())
                .configure(BedrockAgentCoreAsyncClient.builder(), caller)
                .httpClient(http)
                .build();
    }

    private static InvokeAgentRuntimeRequest request() {
        return InvokeAgentRuntimeRequest.builder()
                .agentRuntimeArn(AGENT)
                .payload(SdkBytes.fromUtf8String(BODY))
                .build();
    }

    @Test
    void curlWithItsOwnSigV4() throws Exception {
        assertThat(curl(ALICE)).isEqualTo("200");
        assertThat(curl(BOB)).isEqualTo("403");
        aliceWasAllowedAndBobDenied();
    }

    private String curl(SimulatedPrincipal caller) throws Exception {
        Process curl = new ProcessBuilder(
                        "curl",
                        "-s",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{http_code}",
                        "--user",
                        caller.accessKeyId() + ":" + caller.secretAccessKey(),
                        "--aws-sigv4",
                        "aws:amz:us-east-1:bedrock-agentcore",
                        "-d",
                        BODY,
                        simulator().getEndpoint() + INVOCATION)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void plainJavaWithABearerTokenPassesOnlyWherePrincipalIsStar() throws Exception {
        assertThat(bearer()).isEqualTo(403);
        assertThat(simulator().decisions())
                .denied("InvokeAgentRuntime")
                .by(implicitDeny())
                .forOAuthCaller();
        simulator().attachPolicy(FULL_ACCESS);
        assertThat(bearer()).isEqualTo(200);
    }

    private int bearer() throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(simulator().getEndpoint() + INVOCATION))
                                .header("Authorization", "Bearer " + simulator().oauthToken())
                                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void plainJavaWithAPresignedUrl() throws Exception {
        assertThat(presigned(ALICE)).isEqualTo(200);
        assertThat(presigned(BOB)).isEqualTo(403);
        aliceWasAllowedAndBobDenied();
    }

    private int presigned(SimulatedPrincipal caller) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(presign(caller, SdkHttpMethod.POST, INVOCATION, BODY))
                                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private URI presign(SimulatedPrincipal caller, SdkHttpMethod method, String path, String body) {
        return AwsV4HttpSigner.create()
                .sign(signed -> signed.identity(AwsSdkClients.credentials(caller))
                        .request(SdkHttpRequest.builder()
                                .uri(URI.create(simulator().getEndpoint() + path))
                                .method(method)
                                .build())
                        .payload(() -> SdkBytes.fromUtf8String(body).asInputStream())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock-agentcore")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5)))
                .request()
                .getUri();
    }

    @Test
    void aWebSocketClientWithAPresignedUrlOfTheSdksSigner() throws Exception {
        assertThat(socketAnswer(ALICE)).contains("hello");
        assertThatThrownBy(() -> socketAnswer(BOB)).hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(simulator().decisions())
                .denied("InvokeAgentRuntimeWithWebSocketStream")
                .forCaller(BOB.arn());
    }

    private String socketAnswer(SimulatedPrincipal caller) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        URI presigned = presign(caller, SdkHttpMethod.GET, "/runtimes/myAgent/ws?accountId=111122223333", "");
        WebSocket socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create(presigned.toString().replaceFirst("^http", "ws")), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        from.request(1);
                        return CompletableFuture.completedFuture(null);
                    }
                })
                .get(30, TimeUnit.SECONDS);
        socket.sendText(BODY, true);
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } finally {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(30, TimeUnit.SECONDS);
        }
    }

    @TestFactory
    Stream<DynamicTest> theAgentCoreSdkForTypeScript() throws Exception {
        simulator().attachPolicy(FULL_ACCESS);
        return checks("agentcore-sdk.mjs");
    }

    @TestFactory
    Stream<DynamicTest> theSdkForJavaScript() throws Exception {
        return checks("invoke-agent.mjs", AGENT);
    }

    @TestFactory
    Stream<DynamicTest> theMcpClientForTypeScript() throws Exception {
        return checks("mcp-gateway.mjs", simulator().getGatewayEndpoint().toString());
    }

    private Stream<DynamicTest> checks(String script, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(simulator().clientEnvironment());
        environment.put("PLSIM_TOKEN", simulator().oauthToken());
        environment.put("BOB_ACCESS_KEY_ID", BOB.accessKeyId());
        environment.put("BOB_SECRET_ACCESS_KEY", BOB.secretAccessKey());
        List<NodeScript.Check> checks = NodeScript.run(script, environment, arguments);
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.name(),
                        () -> assertThat(check.ok()).as(check.detail()).isTrue()));
    }

    private void aliceWasAllowedAndBobDenied() {
        assertThat(simulator().decisions())
                .allowed("InvokeAgentRuntime")
                .byStatement("AllowAlice")
                .forCaller(ALICE.arn())
                .on(AGENT)
                .times(1);
        assertThat(simulator().decisions())
                .denied("InvokeAgentRuntime")
                .by(implicitDeny())
                .nearestStatement("AllowAlice")
                .forCaller(BOB.arn())
                .times(1);
    }
}
