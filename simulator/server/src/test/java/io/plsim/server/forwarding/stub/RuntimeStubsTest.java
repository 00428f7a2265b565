package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.request.Principal;
import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.EndpointService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeStubsTest {
    private static final String INVOKE = "POST " + StubEndpoint.RUNTIME + "/invocations";
    private static final String SESSION = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";
    private static final Caller OAUTH = new Caller(Caller.Kind.OAUTH, new Principal.OAuthCaller(), Map.of());

    private final StubEndpoint endpoint = new StubEndpoint();

    @Test
    void theAgentSaysWhoAsked() {
        assertThat(endpoint.call(INVOKE, "{\"prompt\":\"hi\"}")
                        .json()
                        .get("caller")
                        .toString())
                .isEqualTo("{\"kind\":\"sigv4\",\"arn\":\"arn:aws:iam::111122223333:user/alice\"}");
        assertThat(invokedBy(OAUTH).toString()).isEqualTo("{\"kind\":\"oauth\",\"arn\":null}");
        assertThat(invokedBy(Caller.UNSIGNED).toString()).isEqualTo("{\"kind\":\"anonymous\",\"arn\":null}");
    }

    private JsonNode invokedBy(Caller caller) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        return endpoint.call(EndpointService.DATA_PLANE, caller, INVOKE, body)
                .json()
                .get("caller");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"prompt":"hi"}        | "hi"
            {"prompt":{"a":[1]}}   | {"a":[1]}
            {"input":"hi"}         | "{\\"input\\":\\"hi\\"}"
            [1,2]                  | "[1,2]"
            plain text             | "plain text"
            ``                     | ""
            """)
    void thePromptIsTheMemberOfThatNameOrElseTheBody(String body, String prompt) {
        assertThat(endpoint.call(INVOKE, body).json().get("prompt").toString()).isEqualTo(prompt);
    }

    @Test
    void ofALongBodyTheBeginningIsEchoed() {
        String text = endpoint.call(INVOKE, "{\"prompt\":\"" + "x".repeat(3 << 20) + "\"}")
                .json()
                .get("prompt")
                .textValue();
        assertThat(text).hasSize(4096).startsWith("{\"prompt\":\"xxx");
    }

    @Test
    void aSessionIsMadeUpWhenNoneIsNamedAndKeptOtherwise() {
        StubEndpoint.Reply reply = endpoint.call(INVOKE, "{}");
        assertThat(reply.header(SESSION)).hasSizeGreaterThanOrEqualTo(33);
        assertThat(reply.json().get("sessionId").textValue()).isEqualTo(reply.header(SESSION));
        String named = "my-session-0123456789-0123456789-01";
        assertThat(endpoint.call(INVOKE, "{}", SESSION, named).header(SESSION)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"32, 400", "33, 200", "256, 200", "257, 400"})
    void theLengthOfASessionIdIsChecked(int length, int status) {
        StubEndpoint.Reply reply = endpoint.call(INVOKE, "{}", SESSION, "x".repeat(length));
        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void aShortSessionIdIsRefusedInTheWordsOfTheService() {
        StubEndpoint.Reply reply = endpoint.call(INVOKE, "{}", SESSION, "short");
        assertThat(reply.errorType()).isEqualTo("ValidationException");
        assertThat(reply.json().get("message").textValue())
                .endsWith(
                        "'runtimeSessionId' failed to satisfy constraint: Member must have length greater than or equal"
                                + " to 33");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mcp-Session-Id",
                "Mcp-Protocol-Version",
                "X-Amzn-Trace-Id",
                "traceparent",
                "tracestate",
                "baggage"
            })
    void headersComeBackAsTheyWereSent(String name) {
        assertThat(endpoint.call(INVOKE, "{}", name, "some=value,other").header(name))
                .isEqualTo("some=value,other");
        assertThat(endpoint.call(INVOKE, "{}").headers().has(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/event-stream                          | text/event-stream
            Text/Event-Stream;q=1, application/json    | text/event-stream
            application/json, text/event-stream        | application/json
            */*                                        | application/json
            """)
    void theFirstMediaTypeDecidesBetweenJsonAndEvents(String accept, String contentType) {
        assertThat(endpoint.call(INVOKE, "{\"prompt\":\"hi\"}", "Accept", accept)
                        .header("Content-Type"))
                .isEqualTo(contentType);
    }

    @Test
    void everyServerSentEventIsAChunk() {
        StubEndpoint.Reply reply = endpoint.call(INVOKE, "{\"prompt\":\"hi\"}", "Accept", "text/event-stream");
        assertThat(reply.chunks())
                .hasSize(3)
                .allSatisfy(chunk -> assertThat(new String(chunk, StandardCharsets.UTF_8))
                        .startsWith("data: {")
                        .endsWith("}\n\n"));
    }

    @Test
    void aJsonRpcRequestGetsAJsonRpcAnswerAndAnMcpSession() {
        StubEndpoint.Reply reply = endpoint.call(INVOKE, "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/list\"}");
        assertThat(reply.json().get("id").intValue()).isEqualTo(7);
        assertThat(reply.json().at("/result/tools/0/name").textValue()).isEqualTo("echo");
        assertThat(reply.header("Mcp-Session-Id")).isNotEmpty();
    }

    @Test
    void anA2aMessageIsAnsweredWithItsOwnParts() {
        StubEndpoint.Reply reply = endpoint.call(INVOKE + "/", """
                {"jsonrpc":"2.0","id":"q","method":"message/send","params":{"message":{"parts":[{"kind":"text","text":"hi"}]}}}""");
        assertThat(reply.json().at("/result/parts/0/text").textValue()).isEqualTo("hi");
        assertThat(reply.json().at("/result/role").textValue()).isEqualTo("agent");
    }

    @Test
    void theProtectedResourceMetadataNamesIssuerAndEscapedUrl() {
        assertThat(endpoint.call(
                                "GET " + StubEndpoint.RUNTIME + "/invocations/.well-known/oauth-protected-resource", "")
                        .text())
                .isEqualTo("{\"authorization_servers\":[\"http://localhost:4651/oauth\"],"
                        + "\"resource\":\"https://bedrock-agentcore.us-east-1.amazonaws.com" + StubEndpoint.RUNTIME
                        + "/invocations?qualifier=DEFAULT\"}");
    }

    @Test
    void aWebSocketPathWithoutAnUpgradeIsRefused() {
        assertThat(endpoint.call("GET " + StubEndpoint.RUNTIME + "/ws", "").status())
                .isEqualTo(400);
    }
}
