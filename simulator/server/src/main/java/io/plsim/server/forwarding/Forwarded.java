package io.plsim.server.forwarding;

import io.plsim.server.answer.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What came of carrying a request on. */
public sealed interface Forwarded {

    /** What the client is answered. */
    Answer answer();

    /** Whatever stands behind the endpoint has answered, with success or not. */
    record Answered(Answer answer) implements Forwarded {}

    /**
     * It did not answer, or not with something that could be passed on.
     *
     * @param answer what AWS would say to the client
     * @param reason a stable name for the decision record
     * @param why a sentence for the decision record; names the address, never a secret
     */
    record Failed(Answer answer, Reason reason, String why) implements Forwarded {}

    /** Why there is no answer to pass on; the names stand in decision records. */
    enum Reason {
        UPSTREAM_UNREACHABLE,
        UPSTREAM_TIMEOUT,
        UPSTREAM_BROKE_OFF,
        UPSTREAM_BAD_ANSWER,
        CONTAINER_ERROR
    }

    /** An answer that is there already. */
    static CompletionStage<Forwarded> answered(Answer answer) {
        return CompletableFuture.completedFuture(new Answered(answer));
    }
}
