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
}
