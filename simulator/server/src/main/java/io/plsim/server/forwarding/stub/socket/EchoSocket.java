package io.plsim.server.forwarding.stub.socket;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;

/** Sends every frame back. */
public final class EchoSocket extends StubFrames {
    @Override
    void onData(CoreSession client, Frame frame, Callback callback) {
        client.sendFrame(new Frame(frame.getOpCode(), frame.isFin(), frame.getPayload()), callback, false);
    }
}
