package io.plsim.server.forwarding.stub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.inbound.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers as server-sent events, one chunk for each. */
public final class ServerSentEvents {
    public static final String CONTENT_TYPE = "text/event-stream";

    private ServerSentEvents() {}

    public static Answer answer(List<? extends JsonNode> events) {
        return new Answer(200, Headers.of("Content-Type", CONTENT_TYPE), new AnswerBody.Stream(chunks -> {
            for (JsonNode event : events) {
                chunks.send(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
            }
        }));
    }
}
