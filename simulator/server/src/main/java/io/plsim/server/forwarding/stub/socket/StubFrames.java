package io.plsim.server.forwarding.stub.socket;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;

/** A socket that answers pings and close frames, and asks for the next frame when it is done with the last one. */
abstract class StubFrames implements FrameHandler {
    private CoreSession client = new CoreSession.Empty();

    /** Handles a frame of text or data; completes the callback when the next one may come. */
    abstract void onData(CoreSession client, Frame frame, Callback callback);

    @Override
    public final void onOpen(CoreSession opened, Callback callback) {
        client = opened;
        callback.succeeded();
        opened.demand();
    }

    @Override
    public final void onFrame(Frame frame, Callback callback) {
        Callback next = Callback.from(callback, client::demand);
        switch (frame.getOpCode()) {
            case OpCode.CLOSE -> callback.succeeded(); // Jetty answers with the same code.
            case OpCode.PING -> client.sendFrame(new Frame(OpCode.PONG, true, frame.getPayload()), next, false);
            case OpCode.PONG -> next.succeeded();
            default -> onData(client, frame, next);
        }
    }

    @Override
    public final void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public final void onClosed(CloseStatus status, Callback callback) {
        callback.succeeded();
    }
}
