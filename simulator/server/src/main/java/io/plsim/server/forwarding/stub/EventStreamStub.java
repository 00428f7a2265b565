package io.plsim.server.forwarding.stub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Operations that answer with an AWS event stream: code interpreter, runtime commands, harness. */
final class EventStreamStub {
    private static final String TYPE = "application/vnd.amazon.eventstream";
    private static final String INTERPRETER_SESSION = "x-amzn-code-interpreter-session-id";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Answer codeInterpreter(InboundRequest request, Resolved operation, Caller caller) {
        String session =
                request.headers().first(INTERPRETER_SESSION).orElseGet(() -> UUID.randomUUID().toString());
        ObjectNode result = MAPPER.createObjectNode();
        result.putArray("content").addObject().put("type", "text").put("text", "plsim ran nothing");
        result.put("isError", false);
        return stream(List.of(event("result", result))).with(INTERPRETER_SESSION, session);
    }

    Answer command(InboundRequest request, Resolved operation, Caller caller) {
        ObjectNode start = MAPPER.createObjectNode();
        start.putObject("contentStart");
        ObjectNode delta = MAPPER.createObjectNode();
        delta.putObject("contentDelta").put("stdout", "plsim ran nothing\n");
        ObjectNode stop = MAPPER.createObjectNode();
        stop.putObject("contentStop").put("exitCode", 0).put("status", "COMPLETED");
        return stream(List.of(event("chunk", start), event("chunk", delta), event("chunk", stop)))
                .with(
                        RuntimeStub.SESSION_ID,
                        request.headers().first(RuntimeStub.SESSION_ID).orElseGet(() -> UUID.randomUUID() + "-session"));
    }

    Answer harness(InboundRequest request, Resolved operation, Caller caller) {
        ObjectNode start = MAPPER.createObjectNode().put("role", "assistant");
        ObjectNode delta = MAPPER.createObjectNode().put("contentBlockIndex", 0);
        delta.putObject("delta").put("text", "plsim");
        ObjectNode stop = MAPPER.createObjectNode().put("stopReason", "end_turn");
        return stream(List.of(
                event("messageStart", start), event("contentBlockDelta", delta), event("messageStop", stop)));
    }

    private static Answer stream(List<Message> events) {
        AnswerBody.ChunkWriter writer = chunks -> {
            for (Message event : events) {
                chunks.send(encode(event));
            }
        };
        return new Answer(200, Headers.of("Content-Type", TYPE), new AnswerBody.Stream(writer));
    }

    private static Message event(String type, ObjectNode payload) {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put(":message-type", HeaderValue.fromString("event"));
        headers.put(":event-type", HeaderValue.fromString(type));
        headers.put(":content-type", HeaderValue.fromString("application/json"));
        return new Message(headers, payload.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] encode(Message event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        event.encode(bytes);
        return bytes.toByteArray();
    }
}
