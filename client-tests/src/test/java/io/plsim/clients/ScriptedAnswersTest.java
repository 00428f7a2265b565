package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreAsyncClient;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeAgentRuntimeResponse;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeCodeInterpreterResponseHandler;
import software.amazon.awssdk.services.bedrockagentcore.model.RuntimeClientErrorException;
import software.amazon.awssdk.services.bedrockagentcore.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockagentcore.model.ToolName;

/** A test prescribes what the stubs answer, by the console or the configuration, and real clients meet it. */
class ScriptedAnswersTest {
    private static final String RUNTIME = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1";
    private static final String CONFIGURED = """
            scriptedAnswers:
              - {operation: StopRuntimeSession, times: 1, error: {type: ThrottlingException, message: slow down}}
            """;
    /** Long against a scheduler's whim on a busy machine; what is checked is the order, not the time it took. */
    private static final int PAUSE_MILLIS = 400;

    private static RunningSimulator simulator;
    private static BedrockAgentCoreClient client;
    private static BedrockAgentCoreAsyncClient asyncClient;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start(CONFIGURED);
        client = Callers.ALICE.client(simulator.dataPlane());
        asyncClient = Callers.ALICE.asyncClient(simulator.dataPlane());
    }

    @AfterAll
    static void stop() {
        client.close();
        asyncClient.close();
        simulator.close();
    }

    @AfterEach
    void forget() throws Exception {
        simulator.console("POST", "/api/reset", "");
    }

    private static void script(String answer) throws Exception {
        HttpResponse<String> taken = simulator.console("POST", "/api/scripted-answers", answer);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    }

    private static InvokeAgentRuntimeResponse invoke() {
        ResponseBytes<InvokeAgentRuntimeResponse> answer = client.invokeAgentRuntimeAsBytes(
                invoke -> invoke.agentRuntimeArn(RUNTIME).payload(SdkBytes.fromUtf8String("{}")));
        return answer.response();
    }

    @Test
    void aContainersErrorIsTheSdksRuntimeClientError() throws Exception {
        script("{\"operation\": \"InvokeAgentRuntime\", \"resourceId\": \"customAgent1\", \"times\": 1,"
                + " \"error\": {\"type\": \"RuntimeClientError\", \"message\": \"the agent fell over\"}}");
        assertThatThrownBy(ScriptedAnswersTest::invoke)
                .isInstanceOf(RuntimeClientErrorException.class)
                .hasMessageContaining("the agent fell over")
                .hasMessageContaining("424");
        assertThat(invoke().statusCode()).isEqualTo(200);
    }

    @Test
    void aConfiguredAnswerComesBackAfterAReset() throws Exception {
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> client.stopRuntimeSession(stop ->
                            stop.agentRuntimeArn(RUNTIME).runtimeSessionId("session-0123456789-0123456789-0123456789")))
                    .isInstanceOf(ThrottlingException.class)
                    .hasMessageContaining("slow down");
            simulator.console("POST", "/api/reset", "");
        }
    }

    @Test
    void eventsOfACodeInterpreterArriveOneByOneInTheSdk() throws Exception {
        script("""
                {"operation": "InvokeCodeInterpreter", "chunks": [
                  {"event": {"type": "result", "payload": {"content": [{"type": "text", "text": "one"}]}}},
                  {"delayMillis": %1$d, "event": {"type": "result", "payload": {"content": [{"type": "text", "text": "two"}]}}},
                  {"delayMillis": %1$d, "event": {"type": "result", "payload": {"content": [{"type": "text", "text": "three"}]}}}]}
                """.formatted(PAUSE_MILLIS));
        List<Long> arrivals = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        asyncClient
                .invokeCodeInterpreter(
                        invoke -> invoke.codeInterpreterIdentifier("aws.codeinterpreter.v1")
                                .name(ToolName.LIST_FILES),
                        InvokeCodeInterpreterResponseHandler.builder()
                                .subscriber(InvokeCodeInterpreterResponseHandler.Visitor.builder()
                                        .onResult(result -> {
                                            arrivals.add(System.nanoTime());
                                            texts.add(result.content().get(0).text());
                                        })
                                        .build())
                                .build())
                .get(60, TimeUnit.SECONDS);
        assertThat(texts).containsExactly("one", "two", "three");
        assertApart(arrivals);
    }

    @Test
    void eventsOfARuntimeArriveOneByOne() throws Exception {
        script("""
                {"operation": "InvokeAgentRuntime", "chunks": [
                  {"text": "data: one\\n\\n"},
                  {"delayMillis": %1$d, "text": "data: two\\n\\n"},
                  {"delayMillis": %1$d, "text": "data: three\\n\\n"}]}
                """.formatted(PAUSE_MILLIS));
        HttpResponse<InputStream> answer = stream();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        List<Long> arrivals = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[1024];
        try (InputStream in = answer.body()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                arrivals.add(System.nanoTime());
                text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        }
        assertThat(text).hasToString("data: one\n\ndata: two\n\ndata: three\n\n");
        assertApart(arrivals);
    }

    @Test
    void aStreamThatBreaksIsAnErrorAtTheClientAndInTheRecord() throws Exception {
        script(
                "{\"operation\": \"InvokeAgentRuntime\", \"chunks\": [{\"text\": \"data: one\\n\\n\"}, {\"abort\": true}]}");
        HttpResponse<InputStream> answer = stream();
        assertThatThrownBy(() -> {
                    try (InputStream in = answer.body()) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(simulator.recordOf(answer).path("operation").asText()).isEqualTo("InvokeAgentRuntime");
        assertThat(invokeAfterReset().statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerThatCannotBeTakenIsRefusedWithTheReason() throws Exception {
        HttpResponse<String> unknown =
                simulator.console("POST", "/api/scripted-answers", "{\"operation\": \"InvokeAgent\", \"status\": 500}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("there is no operation InvokeAgent");
        HttpResponse<String> noJson = simulator.console("POST", "/api/scripted-answers", "{");
        assertThat(noJson.statusCode()).isEqualTo(400);
    }

    private static InvokeAgentRuntimeResponse invokeAfterReset() throws Exception {
        simulator.console("POST", "/api/reset", "");
        return invoke();
    }

    private static HttpResponse<InputStream> stream() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(simulator.dataPlane() + "/runtimes/customAgent1/invocations?accountId=111122223333"))
                .header("Authorization", "Bearer " + simulator.token(""))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Chunks that were held back until the end would arrive together, however slow the machine is. */
    private static void assertApart(List<Long> arrivals) {
        assertThat(arrivals).hasSize(3);
        for (int i = 1; i < arrivals.size(); i++) {
            assertThat(TimeUnit.NANOSECONDS.toMillis(arrivals.get(i) - arrivals.get(i - 1)))
                    .isGreaterThan(PAUSE_MILLIS / 4);
        }
    }
}
