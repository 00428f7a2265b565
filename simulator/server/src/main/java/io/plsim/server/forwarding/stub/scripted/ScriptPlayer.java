package io.plsim.server.forwarding.stub.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.forwarding.stub.exchange.EventStream;
import io.plsim.server.forwarding.stub.exchange.ServerSentEvents;
import io.plsim.server.forwarding.stub.scripted.ScriptedAnswer.ScriptedChunk;
import io.plsim.server.forwarding.stub.scripted.ScriptedAnswer.ScriptedError;
import io.plsim.server.inbound.Headers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the answer that a script prescribes; waits on the request's own thread. */
final class ScriptPlayer {
    private ScriptPlayer() {}

    static Answer play(ScriptedAnswer script) throws IOException {
        pause(script.delayMillis());
        Answer answer = content(script);
        Map<String, String> headers = script.headers();
        Headers all = Headers.NONE;
        if (headers != null) {
            for (Map.Entry<String, String> header : headers.entrySet()) {
                all = all.with(header.getKey(), header.getValue());
            }
        }
        for (var usual : answer.headers()) {
            all = all.has(usual.name()) ? all : all.with(usual.name(), usual.value());
        }
        return new Answer(answer.status(), all, answer.body());
    }

    private static Answer content(ScriptedAnswer script) {
        int status = script.status() == null ? 200 : script.status();
        if (script.error() != null) {
            return error(script.error(), script.status());
        }
        if (script.chunks() != null) {
            return stream(status, script.chunks());
        }
        JsonNode body = script.body();
        if (body == null) {
            return new Answer(status, Headers.NONE, new AnswerBody.Bytes(new byte[0]));
        }
        return body.isTextual()
                ? Answer.of(status, "text/plain", body.textValue().getBytes(StandardCharsets.UTF_8))
                : Answer.json(status, body.toString());
    }

    private static Answer error(ScriptedError error, @Nullable Integer status) {
        String message = error.message() == null ? "Scripted answer" : error.message();
        return Answer.json(
                        status == null ? usualStatus(error.type()) : status,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("message", message)
                                .toString())
                .with("x-amzn-ErrorType", error.type());
    }

    private static int usualStatus(String type) {
        for (AwsError error : AwsError.values()) {
            if (error.type().equals(type)) {
                return error.status();
            }
        }
        return type.startsWith("Throttl") ? AwsError.THROTTLING.status() : AwsError.INTERNAL_SERVER.status();
    }

    private static Answer stream(int status, List<ScriptedChunk> script) {
        boolean frames = script.stream().anyMatch(ScriptedChunk::isFrame);
        String type = frames ? EventStream.CONTENT_TYPE : ServerSentEvents.CONTENT_TYPE;
        return new Answer(status, Headers.of("Content-Type", type), new AnswerBody.Stream(chunks -> {
            for (ScriptedChunk chunk : script) {
                pause(chunk.delayMillis());
                chunks.send(bytes(chunk));
            }
        }));
    }

    private static byte[] bytes(ScriptedChunk chunk) throws IOException {
        if (chunk.text() != null) {
            return chunk.text().getBytes(StandardCharsets.UTF_8);
        }
        if (chunk.event() != null) {
            return EventStream.event(chunk.event().type(), chunk.event().payload());
        }
        ScriptedError exception = chunk.exception();
        if (exception != null) {
            return EventStream.exception(exception.type(), exception.message() == null ? "" : exception.message());
        }
        throw new IOException("the script breaks the connection here");
    }

    private static void pause(@Nullable Long millis) throws IOException {
        if (millis == null) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while a scripted answer waited");
        }
    }
}
