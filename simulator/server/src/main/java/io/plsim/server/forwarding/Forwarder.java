package io.plsim.server.forwarding;

import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** Carries an allowed request to what stands behind the endpoint and brings its answer back. */
public interface Forwarder {

    /**
     * Answers an allowed request. The request's body is read before this returns; the answer may come later, on any
     * thread.
     *
     * @throws IOException when the request's body cannot be read
     */
    CompletionStage<Forwarded> forward(InboundRequest request, Resolved operation, Caller caller) throws IOException;

    /** Where requests go, as it stands in decision records: {@code stub}, or a URL. */
    String destination(Resolved operation);
}
