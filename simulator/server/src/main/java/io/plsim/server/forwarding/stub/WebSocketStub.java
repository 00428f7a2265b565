package io.plsim.server.forwarding.stub;

import io.plsim.server.answer.Answer;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorWriter;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.operation.Resolution.Resolved;

/** What an admitted WebSocket operation answers as long as the stubs open no sockets: a clear refusal, not a hang. */
final class WebSocketStub {
    private static final int NOT_IMPLEMENTED = 501;

    private WebSocketStub() {}

    static Answer upgradeRequired(Resolved operation) {
        return ErrorWriter.write(Refusal.of(
                        AwsError.SERVICE_UNAVAILABLE,
                        "The endpoint policy admits " + operation.operation().name()
                                + "; the built-in stub opens no WebSocket.")
                .withStatus(NOT_IMPLEMENTED));
    }
}
