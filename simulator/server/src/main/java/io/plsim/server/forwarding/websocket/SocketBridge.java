package io.plsim.server.forwarding.websocket;

import io.plsim.server.answer.AnswerBody.UpstreamBrokeOff;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * Two ends of one conversation, the client's and the upstream's. Every frame goes to the other end as it came, and the
 * next one is asked for when it has left; pings and pongs travel through, a close frame closes the other end with the
 * same code.
 */
final class SocketBridge {
    /** How long an end may take to answer a close frame. */
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final FrameRules rules;
    private final URI server;
    private final End client = new End();
    private final End upstream = new End();
    private volatile Runnable afterwards = () -> {};
    private boolean started;

    SocketBridge(FrameRules rules, URI server) {
        this.rules = rules;
        this.server = server;
    }

    FrameHandler client() {
        return client;
    }

    FrameHandler upstream() {
        return upstream;
    }

    void whenUpstreamEnds(Runnable action) {
        afterwards = action;
        if (upstream.ended != null) {
            action.run();
        }
    }

    /** Closes both ends. */
    void expire() {
        CloseStatus expired = new CloseStatus(CloseStatus.POLICY_VIOLATION, "The maximum duration is over.");
        client.close(expired);
        upstream.close(expired);
    }

    /** Lets frames come when both ends are there. */
    private synchronized void start() {
        CoreSession one = client.session;
        CoreSession other = upstream.session;
        if (one != null && other != null && !started) {
            started = true;
            one.demand();
            other.demand();
        }
    }

    /** What the other end hears when this one has ended with a status. */
    private CloseStatus farewell(End ended, CloseStatus status) {
        if (CloseStatus.isTransmittableStatusCode(status.getCode())) {
            return new CloseStatus(status.getCode(), status.getReason());
        }
        if (status.getCode() == CloseStatus.NO_CODE) {
            return CloseStatus.NO_CODE_STATUS;
        }
        if (ended == client) {
            return new CloseStatus(CloseStatus.SHUTDOWN, "The client went away.");
        }
        UpstreamBrokeOff broken = new UpstreamBrokeOff(
                server + " ended the WebSocket without a close frame.",
                Objects.requireNonNullElseGet(status.getCause(), () -> new Exception("no close frame")));
        return new CloseStatus(CloseStatus.SERVER_ERROR, "The upstream broke off.", broken);
    }

    /** One end. */
    private final class End implements FrameHandler {
        private volatile @Nullable CoreSession session;
        private volatile @Nullable CloseStatus ended;

        private End peer() {
            return this == client ? upstream : client;
        }

        @Override
        public void onOpen(CoreSession opened, Callback callback) {
            rules.apply(opened);
            session = opened;
            callback.succeeded();
            CloseStatus before = peer().ended;
            if (before != null) {
                close(farewell(peer(), before));
            } else {
                start();
            }
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            CoreSession here = Objects.requireNonNull(session, "frames come after the opening");
            CoreSession there = peer().session;
            if (frame.getOpCode() == OpCode.CLOSE) {
                callback.succeeded(); // Jetty answers with the same code, then onClosed tells the other end.
            } else if (there == null || !there.isOutputOpen()) {
                // The other end is closing: what comes until this end has heard of it leads nowhere.
                callback.succeeded();
                here.demand();
            } else {
                there.sendFrame(frame, Callback.from(callback, here::demand), false);
            }
        }

        @Override
        public void onError(Throwable cause, Callback callback) {
            callback.succeeded();
        }

        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            ended = status;
            callback.succeeded();
            peer().close(farewell(this, status));
            if (this == upstream) {
                afterwards.run();
            }
        }

        private void close(CloseStatus status) {
            CoreSession open = session;
            if (open == null || ended != null) {
                return;
            }
            open.setIdleTimeout(FAREWELL);
            open.close(status, Callback.NOOP);
        }
    }
}
