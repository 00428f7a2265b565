package io.plsim.server.forwarding.stub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.inbound.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * Answers in the AWS event stream encoding, one frame for each event.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream Specification</a>
 */
public final class EventStream {
    public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private EventStream() {}

    /** An answer whose frames are sent one by one. */
    public static Answer answer(List<byte[]> frames) {
        return new Answer(200, Headers.of("Content-Type", CONTENT_TYPE), new AnswerBody.Stream(chunks -> {
            for (byte[] frame : frames) {
                chunks.send(frame);
            }
        }));
    }

    /** A frame that carries one member of the stream's union, such as {@code result}. */
    public static byte[] event(String type, JsonNode payload) {
        return frame("event", ":event-type", type, payload);
    }

    /** A frame that ends the stream with a modelled error, such as {@code throttlingException}. */
    public static byte[] exception(String type, String message) {
        return frame(
                "exception",
                ":exception-type",
                type,
                JsonNodeFactory.instance.objectNode().put("message", message));
    }

    private static byte[] frame(String messageType, String typeHeader, String type, JsonNode payload) {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put(":message-type", HeaderValue.fromString(messageType));
        headers.put(typeHeader, HeaderValue.fromString(type));
        headers.put(":content-type", HeaderValue.fromString("application/json"));
        ByteBuffer encoded = new Message(headers, payload.toString().getBytes(StandardCharsets.UTF_8)).toByteBuffer();
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
