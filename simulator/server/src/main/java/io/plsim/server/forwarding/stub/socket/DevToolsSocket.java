package io.plsim.server.forwarding.stub.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * A browser's automation stream without a browser: every Chrome DevTools Protocol command succeeds with an empty result,
 * {@code Browser.getVersion} with a version, so that a client gets as far as connecting.
 */
public final class DevToolsSocket extends StubFrames {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_MESSAGE = 1 << 20;
    private static final int PARSE_ERROR = -32700;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    @Override
    void onData(CoreSession client, Frame frame, Callback callback) {
        byte[] part = BufferUtil.toArray(frame.getPayload());
        if (message.size() + part.length > MAX_MESSAGE) {
            client.close(CloseStatus.MESSAGE_TOO_LARGE, "The stub reads messages of up to 1 MB.", callback);
            return;
        }
        message.writeBytes(part);
        if (!frame.isFin()) {
            callback.succeeded();
            return;
        }
        String answer = answer(message.toString(StandardCharsets.UTF_8)).toString();
        message.reset();
        client.sendFrame(
                new Frame(OpCode.TEXT, true, ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8))),
                callback,
                false);
    }

    private static ObjectNode answer(String message) {
        ObjectNode answer = MAPPER.createObjectNode();
        JsonNode command = parse(message);
        if (!command.path("id").isIntegralNumber()) {
            answer.putObject("error").put("code", PARSE_ERROR).put("message", "Message must have an integer 'id'");
            return answer;
        }
        answer.set("id", command.get("id"));
        if (command.path("sessionId").isTextual()) {
            answer.set("sessionId", command.get("sessionId"));
        }
        ObjectNode result = answer.putObject("result");
        if (command.path("method").asText().equals("Browser.getVersion")) {
            result.put("protocolVersion", "1.3").put("product", "plsim/stub").put("userAgent", "plsim");
        }
        return answer;
    }

    private static JsonNode parse(String message) {
        try {
            return MAPPER.readTree(message);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
