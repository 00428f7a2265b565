package io.plsim.server.forwarding;

import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;

/** Carries an allowed request to what stands behind the endpoint and brings its answer back. */
public interface Forwarder {

    /**
     * Answers an allowed request.
     *
     * @throws IOException when the body cannot be read or the upstream cannot be reached
     */
    Answer forward(InboundRequest request, Resolved operation, Caller caller) throws IOException;

    /** Where requests go, as it stands in decision records: {@code stub}, or a URL. */
    String destination(Resolved operation);
}
