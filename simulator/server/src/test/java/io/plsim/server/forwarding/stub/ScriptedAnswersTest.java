package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.forwarding.stub.scripted.ScriptedAnswers;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptedAnswersTest {
    private static final String INVOKE = "POST " + StubEndpoint.RUNTIME + "/invocations";
    private static final String INVOKE_OTHER = INVOKE.replace("customAgent1", "customAgent2");

    private final StubEndpoint endpoint = new StubEndpoint();
    private final ScriptedAnswers scripted = endpoint.forwarder.scripted();

    private void script(String json) {
        try {
            scripted.add(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status(String line) {
        return endpoint.call(line, "{}").status();
    }

    @Test
    void anAnswerIsGivenAsOftenAsItSays() {
        script("{\"operation\":\"InvokeAgentRuntime\",\"times\":2,\"status\":429}");
        assertThat(status(INVOKE)).isEqualTo(429);
        assertThat(status(INVOKE)).isEqualTo(429);
        assertThat(status(INVOKE)).isEqualTo(200);
        assertThat(scripted.list()).isEmpty();
    }

    @Test
    void anAnswerWithoutTimesStaysUntilReset() {
        script("{\"operation\":\"InvokeAgentRuntime\",\"status\":503}");
        for (int i = 0; i < 5; i++) {
            assertThat(status(INVOKE)).isEqualTo(503);
        }
        endpoint.forwarder.reset();
        assertThat(status(INVOKE)).isEqualTo(200);
    }

    @Test
    void severalAnswersAreGivenOneAfterTheOther() {
        script("{\"operation\":\"InvokeAgentRuntime\",\"times\":1,\"status\":500}");
        script("{\"operation\":\"InvokeAgentRuntime\",\"times\":1,\"status\":502}");
        assertThat(status(INVOKE)).isEqualTo(500);
        assertThat(status(INVOKE)).isEqualTo(502);
        assertThat(status(INVOKE)).isEqualTo(200);
    }

    @Test
    void aResourcesOwnAnswerGoesFirst() {
        script("{\"operation\":\"InvokeAgentRuntime\",\"status\":500}");
        script("{\"operation\":\"InvokeAgentRuntime\",\"resourceId\":\"customAgent2\",\"status\":501}");
        assertThat(status(INVOKE)).isEqualTo(500);
        assertThat(status(INVOKE_OTHER)).isEqualTo(501);
        assertThat(status("GET " + StubEndpoint.RUNTIME + "/invocations/.well-known/agent-card.json"))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, 429",
        "ThrottledException, 429",
        "RuntimeClientError, 424",
        "ServiceQuotaExceededException, 402",
        "SomethingElseException, 500"
    })
    void anErrorHasTheStatusThatAwsGivesIt(String type, int status) {
        script("{\"operation\":\"InvokeAgentRuntime\",\"error\":{\"type\":\"" + type
                + "\",\"message\":\"slow down\"}}");
        StubEndpoint.Reply reply = endpoint.call(INVOKE, "{}");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.errorType()).isEqualTo(type);
        assertThat(reply.text()).isEqualTo("{\"message\":\"slow down\"}");
    }

    @Test
    void bodyStatusAndHeadersAreThoseOfTheScript() {
        script(
                "{\"operation\":\"InvokeAgentRuntime\",\"status\":201,\"headers\":{\"content-type\":\"application/x\",\"X-A\":\"b\"},"
                        + "\"body\":{\"a\":1}}");
        StubEndpoint.Reply reply = endpoint.call(INVOKE, "{}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text()).isEqualTo("{\"a\":1}");
        assertThat(reply.header("X-A")).isEqualTo("b");
        assertThat(reply.headers().all("Content-Type")).containsExactly("application/x");
    }

    @Test
    void aStreamIsSentInItsChunksAndMayBreakOff() {
        script(
                "{\"operation\":\"InvokeAgentRuntime\",\"chunks\":[{\"text\":\"data: 1\\n\\n\"},{\"text\":\"data: 2\\n\\n\"}]}");
        assertThat(endpoint.call(INVOKE, "{}").chunks()).hasSize(2);
        scripted.clear();
        script("{\"operation\":\"InvokeAgentRuntime\",\"chunks\":[{\"text\":\"data: 1\\n\\n\"},{\"abort\":true}]}");
        assertThatThrownBy(() -> endpoint.call(INVOKE, "{}")).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                          | operation
            {"operation":"Invoke"}                                                      | no operation Invoke
            {"operation":"GetAgentCard","statsu":200}                                   | statsu
            {"operation":"GetAgentCard","status":99}                                    | status
            {"operation":"GetAgentCard","times":0}                                      | times
            {"operation":"GetAgentCard","delayMillis":-1}                               | delayMillis
            {"operation":"GetAgentCard","body":1,"chunks":[]}                           | only one
            {"operation":"GetAgentCard","headers":{"a b":"c"}}                          | header
            {"operation":"GetAgentCard","headers":{"a":"c\\r\\nd: e"}}                  | header
            {"operation":"GetAgentCard","error":{}}                                     | error.type
            {"operation":"GetAgentCard","error":{"type":"a:b"}}                         | error.type
            {"operation":"GetAgentCard","chunks":[{}]}                                  | chunk
            {"operation":"GetAgentCard","chunks":[{"text":"a","abort":true}]}           | chunk
            {"operation":"GetAgentCard","chunks":[{"event":{"type":"a","payload":1}}]}  | payload
            """)
    void aMistakenScriptIsRefusedByNamingTheMistake(String json, String named) {
        assertThatIllegalArgumentException().isThrownBy(() -> script(json)).withMessageContaining(named);
    }

    @Test
    void scriptsAreBoundedInNumberAndLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> script("{\"operation\":\"GetAgentCard\",\"body\":\"" + "x".repeat(300_000) + "\"}"))
                .withMessageContaining("characters");
        for (int i = 0; i < 256; i++) {
            script("{\"operation\":\"GetAgentCard\"}");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> script("{\"operation\":\"GetAgentCard\"}"));
    }
}
