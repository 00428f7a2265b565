package io.plsim.server;

import io.plsim.server.answer.Answer;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.inbound.InboundRequest;
import java.util.function.Consumer;

/** placeholder. */
public final class RequestPipeline {
    public void serve(VpcEndpoint endpoint, InboundRequest request, Consumer<Answer> reply) {}

    public void refuse(VpcEndpoint endpoint, InboundRequest request, Refusal refusal, Consumer<Answer> reply) {}
}
