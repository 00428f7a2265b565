package io.plsim.server.forwarding.stub.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one operation answers instead of its stub's own answer. Exactly one of {@code body}, {@code chunks} and
 * {@code error} says what; with none of them the answer has no body. Bound by Jackson: unknown members are errors.
 *
 * @param operation the service model's name, such as {@code InvokeAgentRuntime}
 * @param resourceId the runtime, memory, tool, ... it is for; null for all of them
 * @param times how many requests get this answer; null for every one
 * @param delayMillis how long the first byte waits
 * @param status the HTTP status; 200 if absent, an error's own for errors
 * @param headers of the answer; a Content-Type goes before the usual one
 * @param body JSON, or text when it is a JSON string
 * @param chunks a stream
 */
public record ScriptedAnswer(
        String operation,
        @Nullable String resourceId,
        @Nullable Integer times,
        @Nullable Long delayMillis,
        @Nullable Integer status,
        @Nullable Map<String, String> headers,
        @Nullable JsonNode body,
        @Nullable List<ScriptedChunk> chunks,
        @Nullable ScriptedError error) {

    static final long MAX_DELAY_MILLIS = 15 * 60 * 1000L;
    private static final int MAX_CHUNKS = 1000;
    private static final int MAX_HEADERS = 50;

    public ScriptedAnswer {
        Check.that(operation != null && !operation.isEmpty(), "operation is missing");
        Check.that(times == null || times > 0, "times must be at least 1");
        Check.delay(delayMillis);
        Check.that(status == null || (status >= 200 && status <= 599), "status must be between 200 and 599");
        int kinds = (body == null ? 0 : 1) + (chunks == null ? 0 : 1) + (error == null ? 0 : 1);
        Check.that(kinds <= 1, "only one of body, chunks and error can be given");
        Check.that(chunks == null || chunks.size() <= MAX_CHUNKS, "there can be at most " + MAX_CHUNKS + " chunks");
        Check.that(
                headers == null || headers.size() <= MAX_HEADERS, "there can be at most " + MAX_HEADERS + " headers");
        headers = headers == null ? null : Map.copyOf(headers);
        chunks = chunks == null ? null : List.copyOf(chunks);
        if (headers != null) {
            headers.forEach(Check::header);
        }
    }

    /** An AWS error, such as ThrottlingException. */
    public record ScriptedError(String type, @Nullable String message) {
        public ScriptedError {
            Check.that(type != null && Check.isWord(type), "error.type must be the name of an exception");
        }
    }

    /**
     * One piece of a stream. Exactly one of {@code text}, {@code event}, {@code exception} and {@code abort} says what.
     *
     * @param delayMillis how long it waits after the piece before
     * @param text sent as it is
     * @param event one event of an AWS event stream
     * @param exception a modelled error that ends an AWS event stream
     * @param abort true breaks the connection
     */
    public record ScriptedChunk(
            @Nullable Long delayMillis,
            @Nullable String text,
            @Nullable ScriptedEvent event,
            @Nullable ScriptedError exception,
            @Nullable Boolean abort) {
        public ScriptedChunk {
            Check.delay(delayMillis);
            boolean aborts = Boolean.TRUE.equals(abort);
            int kinds =
                    (text == null ? 0 : 1) + (event == null ? 0 : 1) + (exception == null ? 0 : 1) + (aborts ? 1 : 0);
            Check.that(kinds == 1, "a chunk has exactly one of text, event, exception and abort");
        }

        boolean isFrame() {
            return event != null || exception != null;
        }
    }

    /** A member of the stream's union, such as {@code result}, and its JSON. */
    public record ScriptedEvent(String type, JsonNode payload) {
        public ScriptedEvent {
            Check.that(type != null && Check.isWord(type), "event.type must be the name of an event");
            Check.that(payload != null && payload.isObject(), "event.payload must be an object");
        }
    }
}
