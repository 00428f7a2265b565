package io.plsim.server.forwarding.stub.exchange;

import io.plsim.server.answer.Answer;
import java.io.IOException;

/** Answers one operation the way its SDK expects. */
@FunctionalInterface
public interface Stub {

    /**
     * Answers an allowed request.
     *
     * @throws StubRefusal when AWS would answer with an error
     * @throws IOException when the body cannot be read
     */
    Answer answer(StubRequest request) throws IOException, StubRefusal;

    /** The stub of a WebSocket's path that is asked for without the headers that make a request a WebSocket. */
    static Stub ofWebSocket() {
        return request -> {
            throw StubRefusal.validation("This path answers WebSocket upgrades only");
        };
    }
}
