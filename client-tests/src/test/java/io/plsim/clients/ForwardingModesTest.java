package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.server.configuration.InvalidConfigurationException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** Real AgentCore behind the endpoint, played by a second simulator that verifies every signature it gets. */
class ForwardingModesTest {
    private static final String PATH = "/runtimes/customAgent1/invocations?accountId=111122223333";
    private static final String BOB = "arn:aws:iam::111122223333:user/bob";
    private static final String ALICE = "arn:aws:iam::111122223333:user/alice";

    @AfterEach
    void forgetCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private static void becomeAlice() {
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    }

    private static RunningSimulator inFrontOf(URI upstream, String mode) throws Exception {
        return RunningSimulator.start(
                "forwarding: {mode: " + mode + ", region: us-east-1, url: \"" + upstream + "\"}\n");
    }

    @Test
    void passedThroughTheClientsOwnSignatureIsAcceptedThere() throws Exception {
        try (RunningSimulator aws = RunningSimulator.start("");
                RunningSimulator endpoint = inFrontOf(aws.dataPlane(), "passthrough");
                BedrockAgentCoreClient client = Callers.BOB.client(endpoint.dataPlane())) {
            String answer = client.invokeAgentRuntimeAsBytes(request -> request.agentRuntimeArn(
                                    "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1")
                            .baggage("a=b, c=d ;x")
                            .contentType("application/json; charset=UTF-8")
                            .payload(SdkBytes.fromUtf8String("{\"prompt\":\"hello\"}")))
                    .asUtf8String();

            assertThat(answer).contains("hello", BOB);
            assertThat(aws.newestRecord().path("caller").path("arn").asText()).isEqualTo(BOB);
            JsonNode here = endpoint.newestRecord();
            assertThat(here.path("forwardedTo").asText())
                    .isEqualTo(aws.dataPlane().toString());
            assertThat(here.path("caller").path("arn").asText()).isEqualTo(BOB);
        }
    }

    @Test
    void signedAnewTheRequestIsTheSimulatorsOwnThere() throws Exception {
        becomeAlice();
        try (RunningSimulator aws = RunningSimulator.start("");
                RunningSimulator endpoint = inFrontOf(aws.dataPlane(), "resign")) {
            HttpResponse<String> answer =
                    SignedHttp.post(endpoint.dataPlane(), PATH, "{\"prompt\":\"hello\"}", Callers.BOB);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("hello", ALICE);
            assertThat(answer.headers().allValues("x-plsim-decision-id")).hasSize(1);
            assertThat(answer.headers().allValues("x-amzn-RequestId")).hasSize(1);
            assertThat(aws.newestRecord().path("caller").path("arn").asText()).isEqualTo(ALICE);
            assertThat(endpoint.newestRecord().path("caller").path("arn").asText())
                    .isEqualTo(BOB);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "passthrough, hello, hellO",
        "passthrough, customAgent1, customAgent2",
        "resign, hello, hellO",
        "resign, accountId=111122223333, accountId=111122223334"
    })
    void oneByteChangedOnTheWayIsRefusedThere(String mode, String wanted, String instead) throws Exception {
        becomeAlice();
        try (RunningSimulator aws = RunningSimulator.start("");
                TamperingProxy proxy = new TamperingProxy(aws.dataPlane(), wanted, instead);
                RunningSimulator endpoint = inFrontOf(proxy.url(), mode)) {
            HttpResponse<String> answer =
                    SignedHttp.post(endpoint.dataPlane(), PATH, "{\"prompt\":\"hello\"}", Callers.BOB);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("InvalidSignatureException");
            JsonNode there = aws.newestRecord();
            assertThat(there.path("caller").path("arn").isNull()).isTrue();
            assertThat(there.path("stage").asText()).isEqualTo("received");
            JsonNode here = endpoint.newestRecord();
            assertThat(here.path("outcome").asText()).isEqualTo("allowed");
            assertThat(here.path("errorType").asText()).isEqualTo("InvalidSignatureException");
        }
    }

    @Test
    void aBearerTokenIsNotTouchedByResigning() throws Exception {
        becomeAlice();
        try (RawUpstream upstream = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                RunningSimulator endpoint = inFrontOf(upstream.url(), "resign")) {
            String token = endpoint.token("");
            HttpResponse<String> answer =
                    endpoint.plain(endpoint.dataPlane(), "POST", PATH, "Bearer " + token, "{\"prompt\":1}");

            assertThat(answer.statusCode()).isEqualTo(200);
            RawUpstream.Received there = upstream.next();
            assertThat(there.header("Authorization")).containsExactly("Bearer " + token);
            assertThat(there.header("X-Amz-Date")).isEmpty();
            assertThat(there.header("Host")).containsExactly(upstream.url().getAuthority());
        }
    }

    @Test
    void passedThroughEveryByteOfTargetHeadersAndBodyStays() throws Exception {
        String path =
                "/runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2Fcustom.Agent_1/invocations"
                        + "?qualifier=a%20b%2Fc&accountId=111122223333&empty=";
        String body = "{\"prompt\": \"\u00e4\u00f6\u00fc\"}  \n";
        try (RawUpstream upstream = RawUpstream.saying(
                        "HTTP/1.1 201 Made\r\nX-Theirs: one\r\nx-amzn-requestid: theirs\r\nContent-Length: 2\r\n\r\n{}");
                RunningSimulator endpoint = inFrontOf(upstream.url(), "passthrough")) {
            SignedRequest signed =
                    SignedHttp.signed(endpoint.dataPlane(), path, body, Callers.BOB.credentials(), Clock.systemUTC());
            HttpResponse<String> answer = SignedHttp.send(signed, body);

            RawUpstream.Received there = upstream.next();
            URI sent = signed.request().getUri(); // The SDK orders the query before it signs.
            assertThat(sent.getRawPath() + sent.getRawQuery()).contains("%3A", "%2F", "%20");
            assertThat(there.requestLine())
                    .isEqualTo("POST " + sent.getRawPath() + "?" + sent.getRawQuery() + " HTTP/1.1");
            assertThat(new String(there.body(), StandardCharsets.UTF_8)).isEqualTo(body);
            assertThat(there.header("Host"))
                    .containsExactly(endpoint.dataPlane().getAuthority());
            signed.request()
                    .headers()
                    .forEach((name, values) -> assertThat(there.header(name)).isEqualTo(values));
            assertThat(there.header("Content-Length")).hasSize(1);
            assertThat(there.header("Accept-Encoding")).isEmpty();
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("X-Theirs")).hasValue("one");
            assertThat(answer.headers().allValues("x-amzn-requestid")).containsExactly("theirs");
        }
    }

    @Test
    void aLargeBodyThatWaitsForContinueIsPassedThrough() throws Exception {
        String body = "{\"prompt\":\"" + "x".repeat(2_000_000) + "\"}";
        try (RunningSimulator aws = RunningSimulator.start("");
                RunningSimulator endpoint = inFrontOf(aws.dataPlane(), "passthrough")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.dataPlane() + PATH))
                    .expectContinue(true)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            SignedHttp.signed(endpoint.dataPlane(), PATH, body, Callers.BOB.credentials(), Clock.systemUTC())
                    .request()
                    .headers()
                    .forEach((name, values) -> {
                        if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                            request.header(name, values.get(0));
                        }
                    });
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(aws.newestRecord().path("caller").path("arn").asText()).isEqualTo(BOB);
        }
    }

    @Test
    void aPlainUpstreamGetsItsOwnHost() throws Exception {
        try (RawUpstream upstream = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                RunningSimulator endpoint = inFrontOf(upstream.url(), "url")) {
            assertThat(SignedHttp.post(endpoint.dataPlane(), PATH, "{}", Callers.BOB)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(upstream.next().header("Host"))
                    .containsExactly(upstream.url().getAuthority());
        }
    }

    @Test
    void aResignedGatewayRequestNamesItsGatewayWhateverAddressItGoesTo() throws Exception {
        becomeAlice();
        try (RunningSimulator aws = RunningSimulator.start("");
                RunningSimulator endpoint =
                        RunningSimulator.start("forwarding: {mode: resign, region: us-east-1, url: \""
                                + aws.dataPlane() + "\", gatewayUrl: \"" + aws.gateway() + "\"}\n"
                                + "resources: {gateways: [{id: other-gateway-0123456789}]}\n")) {
            HttpResponse<String> answer = SignedHttp.post(
                    endpoint.gateway(),
                    "/mcp",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
                    Callers.BOB);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode there = aws.newestRecord();
            assertThat(there.path("caller").path("arn").asText()).isEqualTo(ALICE);
            assertThat(there.path("questions").get(0).path("resource").asText())
                    .endsWith("gateway/other-gateway-0123456789");
        }
    }

    @Test
    void whatTheEndpointDeniesNeverReachesAws() throws Exception {
        try (RunningSimulator aws = RunningSimulator.start("");
                RunningSimulator endpoint = inFrontOf(aws.dataPlane(), "passthrough")) {
            endpoint.attachExample("runtime-specific-principals");
            assertThat(SignedHttp.post(endpoint.dataPlane(), PATH, "{}", Callers.MALLORY)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(aws.consoleJson("/api/decisions")).isEmpty();
        }
    }

    @Test
    void resigningWithoutCredentialsStopsTheStart() {
        System.setProperty("aws.disableEc2Metadata", "true");
        System.setProperty("aws.sharedCredentialsFile", "/nowhere/credentials");
        System.setProperty("aws.configFile", "/nowhere/config");
        try {
            refused("forwarding: {mode: resign, region: us-east-1}", "needs AWS credentials");
        } finally {
            System.clearProperty("aws.disableEc2Metadata");
            System.clearProperty("aws.sharedCredentialsFile");
            System.clearProperty("aws.configFile");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forwarding: {mode: resign}|needs the Region",
                "forwarding: {mode: passthrough}|needs the Region",
                "forwarding: {mode: url}|needs an \"url\"",
                "forwarding: {mode: proxy}|it must be stub, passthrough, resign or url",
                "forwarding: {url: 'http://localhost:1'}|needs a mode",
                "forwarding: {mode: url, url: 'localhost:1'}|write scheme, host and port only",
                "forwarding: {mode: url, url: 'http://localhost:1/base'}|write scheme, host and port only",
                "forwarding: {mode: url, url: 'http://localhost:1', connectTimeoutSeconds: 0}|must be at least 1",
                "resources: {runtimes: [{id: a, forwardTo: 'http://localhost:1/x'}]}|write scheme, host and port only",
                "resources: {runtimes: [{id: a, forwardTo: 'http://localhost:1', protocol: GRPC}]}|HTTP, MCP, A2A, AGUI",
                "resources: {runtimes: [{id: a, requestHeaderAllowlist: [X-Mine]}]}|add its forwardTo",
                "resources: {runtimes: [{id: a, forwardTo: 'http://localhost:1', requestHeaderAllowlist: [Authorization]}]}|customJWTAuthorizer",
                "resources: {runtimes: [{id: a, forwardTo: 'http://localhost:1', requestHeaderAllowlist: [X-Amz-Date]}]}|AWS's own",
            })
    void whatAModeNeedsAndDoesNotFindStopsTheStart(String yaml, String message) {
        refused(yaml, message);
    }

    private static void refused(String yaml, String message) {
        assertThatThrownBy(() -> RunningSimulator.start(yaml + "\n").close())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(message);
    }
}
