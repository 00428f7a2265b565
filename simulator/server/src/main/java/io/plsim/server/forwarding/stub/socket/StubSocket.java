package io.plsim.server.forwarding.stub.socket;

import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.authentication.bearer.WebSocketToken;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.websocket.WebSocketHandshake;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.FrameHandler;

/** The answer that opens a stub's WebSocket. */
public final class StubSocket {
    private static final int SWITCHING_PROTOCOLS = 101;

    private StubSocket() {}

    /** Refuses what is no WebSocket handshake. */
    public static void check(StubRequest request) throws StubRefusal {
        Optional<Refusal> fault = WebSocketHandshake.fault(request.inbound());
        if (fault.isPresent()) {
            throw new StubRefusal(fault.get());
        }
    }

    /** Opens the socket of a checked handshake with the first subprotocol the client offers. */
    public static Answer open(StubRequest request, FrameHandler frames) {
        InboundRequest inbound = request.inbound();
        List<String> offered = WebSocketHandshake.subprotocols(inbound);
        String chosen = offered.isEmpty() ? WebSocketToken.chosen(inbound).orElse(null) : offered.get(0);
        return new Answer(SWITCHING_PROTOCOLS, Headers.NONE, new AnswerBody.Socket(frames, chosen));
    }
}
