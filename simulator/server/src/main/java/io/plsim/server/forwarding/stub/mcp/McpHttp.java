package io.plsim.server.forwarding.stub.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.forwarding.stub.exchange.Accepts;
import io.plsim.server.forwarding.stub.exchange.ServerSentEvents;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.inbound.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** MCP's streamable HTTP: POST carries a message, GET would open a stream that this server does not offer. */
public final class McpHttp {
    private static final int MAX_MESSAGE_BYTES = 8 << 20;

    private McpHttp() {}

    public static Answer answer(StubRequest request, McpServer server) throws IOException {
        return switch (request.inbound().method()) {
            case "POST" -> post(request, server);
            // Stateless: there is no session to end.
            case "DELETE" -> empty(200);
            default -> empty(405).with("Allow", "POST, DELETE");
        };
    }

    /** The answer to a message that has been read already. */
    public static Answer answer(StubRequest request, McpServer server, JsonNode message) {
        Optional<ObjectNode> answer = server.answer(message);
        if (answer.isEmpty()) {
            return empty(202);
        }
        return Accepts.of(request).eventStreamOnly()
                ? ServerSentEvents.answer(List.of(answer.get()))
                : Answer.json(200, answer.get().toString());
    }

    private static Answer post(StubRequest request, McpServer server) throws IOException {
        byte[] bytes;
        try (InputStream in = request.inbound().body().open()) {
            bytes = in.readNBytes(MAX_MESSAGE_BYTES + 1);
        }
        Optional<JsonNode> message = bytes.length > MAX_MESSAGE_BYTES ? Optional.empty() : StubRequest.parse(bytes);
        return message.map(node -> answer(request, server, node))
                .orElseGet(() -> Answer.json(
                        400,
                        JsonRpc.error(NullNode.instance, JsonRpc.PARSE_ERROR, "Parse error")
                                .toString()));
    }

    private static Answer empty(int status) {
        return new Answer(status, Headers.NONE, new AnswerBody.Bytes(new byte[0]));
    }
}
