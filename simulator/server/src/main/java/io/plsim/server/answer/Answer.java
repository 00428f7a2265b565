package io.plsim.server.answer;

import io.plsim.server.inbound.Headers;
import java.nio.charset.StandardCharsets;

/** What goes back to the client. Content-Type is among the headers; Content-Length is the listener's business. */
public record Answer(int status, Headers headers, AnswerBody body) {

    public static Answer of(int status, String contentType, byte[] bytes) {
        return new Answer(status, Headers.of("Content-Type", contentType), new AnswerBody.Bytes(bytes));
    }

    public static Answer json(int status, String json) {
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer with(String name, String value) {
        return new Answer(status, headers.with(name, value), body);
    }
}
