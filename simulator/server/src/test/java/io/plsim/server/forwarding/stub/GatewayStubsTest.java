package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.server.forwarding.stub.mcp.McpTool;
import io.plsim.server.inbound.EndpointService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayStubsTest {
    private final StubEndpoint endpoint = new StubEndpoint();

    private StubEndpoint.Reply call(String line, String body, String... headers) {
        return endpoint.call(
                EndpointService.GATEWAY, StubEndpoint.ALICE, line, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private StubEndpoint.Reply mcp(String method, String params) {
        return call(
                "POST /mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    @ParameterizedTest
    @CsvSource({"2025-06-18, 2025-06-18", "2025-03-26, 2025-03-26", "1999-01-01, 2025-11-25"})
    void theClientsProtocolVersionIsTakenWhenItIsKnown(String asked, String answered) {
        assertThat(mcp("initialize", "{\"protocolVersion\":\"" + asked + "\"}")
                        .json()
                        .at("/result/protocolVersion")
                        .textValue())
                .isEqualTo(answered);
    }

    @Test
    void aNotificationIsAcceptedWithoutAnAnswer() {
        StubEndpoint.Reply reply = call("POST /mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.bytes()).isEmpty();
    }

    @Test
    void theEchoToolIsListedAndAnswersItsArguments() {
        assertThat(mcp("tools/list", "{}").json().at("/result/tools/0/name").textValue())
                .isEqualTo("echo");
        assertThat(mcp("tools/call", "{\"name\":\"echo\",\"arguments\":{\"a\":1}}")
                        .json()
                        .at("/result/content/0/text")
                        .textValue())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void configuredToolsTakeThePlaceOfTheEcho() {
        StubEndpoint configured = new StubEndpoint(List.of(new McpTool("weather", null, null, "sunny")));
        byte[] body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"weather\"}}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(configured
                        .call(EndpointService.GATEWAY, StubEndpoint.ALICE, "POST /mcp", body)
                        .json()
                        .at("/result/content/0/text")
                        .textValue())
                .isEqualTo("sunny");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"jsonrpc":"2.0","id":1,"method":"no/such"}                                       | 200 | -32601
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"none"}}           | 200 | -32602
            {"jsonrpc":"2.0","id":1}                                                          | 200 | -32600
            [{"jsonrpc":"2.0","id":1,"method":"ping"}]                                        | 200 | -32600
            {"jsonrpc":                                                                       | 400 | -32700
            """)
    void mistakesAreJsonRpcErrors(String body, int status, int code) {
        StubEndpoint.Reply reply = call("POST /mcp", body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/error/code").intValue()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json, text/event-stream | application/json
            text/event-stream                   | text/event-stream
            """)
    void anEventStreamIsSentOnlyToClientsThatTakeNothingElse(String accept, String contentType) {
        assertThat(call("POST /mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "Accept", accept)
                        .header("Content-Type"))
                .isEqualTo(contentType);
    }

    @Test
    void noStreamIsOpenedByGet() {
        assertThat(call("GET /mcp", "").status()).isEqualTo(405);
    }

    @Test
    void anHttpTargetEchoes() {
        assertThat(call("POST /my-target/invocations", "{\"prompt\":\"hi\"}")
                        .json()
                        .get("prompt")
                        .textValue())
                .isEqualTo("hi");
    }

    @Test
    void theMetadataNamesTheGateway() {
        assertThat(call("GET /.well-known/oauth-protected-resource", "")
                        .json()
                        .get("resource")
                        .textValue())
                .isEqualTo("https://my-gateway-0123456789.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp");
    }
}
