package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreAsyncClient;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.CodeInterpreterResult;
import software.amazon.awssdk.services.bedrockagentcore.model.Event;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeAgentRuntimeRequest;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeCodeInterpreterResponseHandler;
import software.amazon.awssdk.services.bedrockagentcore.model.Oauth2FlowType;
import software.amazon.awssdk.services.bedrockagentcore.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockagentcore.model.Role;
import software.amazon.awssdk.services.bedrockagentcore.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bedrockagentcore.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockagentcore.model.ToolName;

/** The AWS SDK for Java reads what the stubs answer. */
class SdkClientTest {
    private static final String MEMORY = "memory-0123456789";
    private static final String RUNTIME = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1";

    private final StubEndpoint endpoint = new StubEndpoint();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private BedrockAgentCoreClient client;
    private BedrockAgentCoreAsyncClient asyncClient;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));
        client = BedrockAgentCoreClient.builder()
                .endpointOverride(url)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
        asyncClient = BedrockAgentCoreAsyncClient.builder()
                .endpointOverride(url)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        asyncClient.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatMemoryIsGivenComesBackPageByPageNewestFirst() {
        for (int i = 0; i < 7; i++) {
            int second = i;
            client.createEvent(event -> event.memoryId(MEMORY)
                    .actorId("actor/1")
                    .sessionId("session-1")
                    .eventTimestamp(Instant.ofEpochSecond(1_732_406_400L + second, 250_000_000))
                    .payload(payload -> payload.conversational(
                            turn -> turn.role(Role.USER).content(content -> content.text("turn " + second)))));
        }

        List<Event> events = client
                .listEventsPaginator(list -> list.memoryId(MEMORY)
                        .actorId("actor/1")
                        .sessionId("session-1")
                        .includePayloads(true)
                        .maxResults(3))
                .events()
                .stream()
                .toList();

        assertThat(events)
                .extracting(event ->
                        event.payload().get(0).conversational().content().text())
                .containsExactly("turn 6", "turn 5", "turn 4", "turn 3", "turn 2", "turn 1", "turn 0");
        assertThat(events.get(6).eventTimestamp()).isEqualTo(Instant.ofEpochSecond(1_732_406_400L, 250_000_000));
        Event last = events.get(6);
        assertThat(client.getEvent(get -> get.memoryId(MEMORY)
                                .actorId("actor/1")
                                .sessionId("session-1")
                                .eventId(last.eventId()))
                        .event())
                .isEqualTo(last);
        client.deleteEvent(delete -> delete.memoryId(MEMORY)
                .actorId("actor/1")
                .sessionId("session-1")
                .eventId(last.eventId()));
        assertThatThrownBy(() -> client.getEvent(get -> get.memoryId(MEMORY)
                        .actorId("actor/1")
                        .sessionId("session-1")
                        .eventId(last.eventId())))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void recordsAreCreatedFoundByTheirWordsAndDeleted() {
        String id = client.batchCreateMemoryRecords(batch -> batch.memoryId(MEMORY)
                        .records(record -> record.requestIdentifier("r1")
                                .namespaces("users/alice")
                                .timestamp(StubEndpoint.NOON)
                                .content(content -> content.text("Alice drinks green tea"))))
                .successfulRecords()
                .get(0)
                .memoryRecordId();

        var found = client.retrieveMemoryRecords(retrieve -> retrieve.memoryId(MEMORY)
                        .namespace("users/")
                        .searchCriteria(
                                criteria -> criteria.searchQuery("green coffee").topK(3)))
                .memoryRecordSummaries();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).memoryRecordId()).isEqualTo(id);
        assertThat(found.get(0).score()).isEqualTo(0.5);
        assertThat(found.get(0).createdAt()).isEqualTo(StubEndpoint.NOON);
        client.deleteMemoryRecord(delete -> delete.memoryId(MEMORY).memoryRecordId(id));
        assertThat(client.listMemoryRecords(list -> list.memoryId(MEMORY).namespace("users"))
                        .memoryRecordSummaries())
                .isEmpty();
    }

    @Test
    void aCodeInterpreterAnswersAnEventStreamInASessionOfItsOwn() throws Exception {
        List<CodeInterpreterResult> results = new ArrayList<>();
        List<String> sessions = new ArrayList<>();
        asyncClient
                .invokeCodeInterpreter(
                        invoke -> invoke.codeInterpreterIdentifier("aws.codeinterpreter.v1")
                                .name(ToolName.EXECUTE_CODE)
                                .arguments(arguments ->
                                        arguments.language("python").code("print(1)")),
                        InvokeCodeInterpreterResponseHandler.builder()
                                .onResponse(response -> sessions.add(response.sessionId()))
                                .subscriber(InvokeCodeInterpreterResponseHandler.Visitor.builder()
                                        .onResult(results::add)
                                        .build())
                                .build())
                .get(30, TimeUnit.SECONDS);

        assertThat(results).hasSize(1);
        assertThat(results.get(0).structuredContent().stdout()).isEqualTo("print(1)");
        assertThat(results.get(0).isError()).isFalse();
        assertThat(client.getCodeInterpreterSession(get -> get.codeInterpreterIdentifier("aws.codeinterpreter.v1")
                                .sessionId(sessions.get(0)))
                        .statusAsString())
                .isEqualTo("READY");
    }

    @Test
    void anAgentAnswersThePromptTheSessionAndTheCaller() throws IOException {
        try (var response = client.invokeAgentRuntime(InvokeAgentRuntimeRequest.builder()
                .agentRuntimeArn(RUNTIME)
                .payload(SdkBytes.fromUtf8String("{\"prompt\":\"hello\"}"))
                .traceParent("00-trace")
                .build())) {
            var body = new ObjectMapper().readTree(response.readAllBytes());
            assertThat(body.get("prompt").textValue()).isEqualTo("hello");
            assertThat(body.get("sessionId").textValue())
                    .isEqualTo(response.response().runtimeSessionId());
            assertThat(body.at("/caller/arn").textValue()).isEqualTo("arn:aws:iam::111122223333:user/alice");
            assertThat(response.response().traceParent()).isEqualTo("00-trace");
            assertThat(response.response().contentType()).isEqualTo("application/json");
        }
    }

    @Test
    void aWorkloadGetsItsTokensOnceTheUserHasAgreed() {
        String workload = client.getWorkloadAccessToken(get -> get.workloadName("my-workload"))
                .workloadAccessToken();
        var asked = client.getResourceOauth2Token(get -> get.workloadIdentityToken(workload)
                .resourceCredentialProviderName("github")
                .scopes("repo")
                .oauth2Flow(Oauth2FlowType.USER_FEDERATION));
        assertThat(asked.authorizationUrl()).startsWith("https://");
        assertThat(asked.accessToken()).isNull();

        client.completeResourceTokenAuth(
                complete -> complete.sessionUri(asked.sessionUri()).userIdentifier(user -> user.userId("u")));

        assertThat(client.getResourceOauth2Token(get -> get.workloadIdentityToken(workload)
                                .resourceCredentialProviderName("github")
                                .scopes("repo")
                                .oauth2Flow(Oauth2FlowType.USER_FEDERATION))
                        .accessToken())
                .isNotEmpty();
    }

    @Test
    void aBrowserSessionNamesItsStreamsUntilItIsStopped() {
        var started = client.startBrowserSession(start -> start.browserIdentifier("aws.browser.v1")
                .viewPort(port -> port.width(800).height(600)));
        assertThat(started.streams().automationStream().streamEndpoint())
                .isEqualTo("wss://bedrock-agentcore.us-east-1.amazonaws.com/browser-streams/aws.browser.v1/sessions/"
                        + started.sessionId() + "/automation");
        client.stopBrowserSession(
                stop -> stop.browserIdentifier("aws.browser.v1").sessionId(started.sessionId()));
        var stopped = client.getBrowserSession(
                get -> get.browserIdentifier("aws.browser.v1").sessionId(started.sessionId()));
        assertThat(stopped.statusAsString()).isEqualTo("TERMINATED");
        assertThat(stopped.viewPort().width()).isEqualTo(800);
        assertThat(stopped.createdAt()).isEqualTo(StubEndpoint.NOON);
    }

    @Test
    void aScriptedErrorIsTheSdksOwnException() throws IOException {
        endpoint.forwarder
                .scripted()
                .add(
                        new ObjectMapper()
                                .readTree(
                                        "{\"operation\":\"GetAgentCard\",\"times\":1,\"error\":{\"type\":\"ThrottlingException\"}}"));
        assertThatThrownBy(() -> client.getAgentCard(get -> get.agentRuntimeArn(RUNTIME)))
                .isInstanceOf(ThrottlingException.class);
        // The card itself is not looked at: this SDK does not read a document that is the whole payload.
        assertThat(client.getAgentCard(get -> get.agentRuntimeArn(RUNTIME)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aScriptedStreamMayEndInAModelledError() throws IOException {
        endpoint.forwarder.scripted().add(new ObjectMapper().readTree("""
                {"operation": "InvokeCodeInterpreter", "chunks": [
                  {"event": {"type": "result", "payload": {"content": []}}},
                  {"exception": {"type": "serviceQuotaExceededException", "message": "enough"}}]}"""));
        List<CodeInterpreterResult> results = new ArrayList<>();
        var call = asyncClient.invokeCodeInterpreter(
                invoke -> invoke.codeInterpreterIdentifier("aws.codeinterpreter.v1")
                        .name(ToolName.LIST_FILES),
                InvokeCodeInterpreterResponseHandler.builder()
                        .subscriber(InvokeCodeInterpreterResponseHandler.Visitor.builder()
                                .onResult(results::add)
                                .build())
                        .build());
        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(ServiceQuotaExceededException.class);
        assertThat(results).hasSize(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<Header> lines = new ArrayList<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> lines.add(new Header(name, value))));
            Answer answer = endpoint.forward(
                    EndpointService.DATA_PLANE,
                    StubEndpoint.ALICE,
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestBody().readAllBytes(),
                    new Headers(lines));
            answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
            if (answer.body() instanceof AnswerBody.Bytes whole) {
                exchange.sendResponseHeaders(answer.status(), whole.bytes().length == 0 ? -1 : whole.bytes().length);
                if (whole.bytes().length > 0) {
                    exchange.getResponseBody().write(whole.bytes());
                }
            } else if (answer.body() instanceof AnswerBody.Stream stream) {
                exchange.sendResponseHeaders(answer.status(), 0);
                OutputStream out = exchange.getResponseBody();
                stream.writer().writeTo((bytes, offset, length) -> {
                    out.write(bytes, offset, length);
                    out.flush();
                });
            }
        }
    }
}
