package io.plsim.server.listener;

import io.plsim.server.answer.AnswerBody;
import io.plsim.server.answer.Ended;
import io.plsim.server.answer.Reply.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.jspecify.annotations.Nullable;

/**
 * Turns connections of admitted handshakes into WebSockets, and closes with 1001 those that are open when the server
 * stops. Extensions are never agreed on: what is relayed keeps its frames.
 */
final class OpenSockets implements AutoCloseable {
    private final WebSocketMappings upgrades;
    private final Set<CoreSession> open = ConcurrentHashMap.newKeySet();

    OpenSockets(Server server) {
        upgrades = new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
    }

    /** Upgrades the request's connection; the headers of the answer are in the response already. */
    void open(AnswerBody.Socket socket, Request request, Response response, Callback callback, Ending ending) {
        Tracked frames = new Tracked(socket.frames(), ending);
        Configuration.ConfigurationCustomizer settings = new Configuration.ConfigurationCustomizer();
        settings.setIdleTimeout(Duration.ZERO); // Whoever handles the frames knows how long silence may last.
        WebSocketException refused = new WebSocketException("the handshake was not accepted");
        try {
            if (upgrades.upgrade(negotiator(socket, frames), request, response, callback, settings)) {
                return;
            }
        } catch (RuntimeException malformed) {
            refused = new WebSocketException(malformed);
        }
        frames.onError(refused, Callback.NOOP);
        frames.onClosed(new CloseStatus(CloseStatus.NO_CLOSE, refused), Callback.NOOP);
        callback.failed(refused);
    }

    private static WebSocketNegotiator negotiator(AnswerBody.Socket socket, FrameHandler frames) {
        return new WebSocketNegotiator.AbstractNegotiator() {
            @Override
            public FrameHandler negotiate(
                    ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
                response.setExtensions(List.of());
                if (socket.subprotocol() != null) {
                    response.setAcceptedSubProtocol(socket.subprotocol());
                }
                return frames;
            }
        };
    }

    @Override
    public void close() {
        for (CoreSession session : open) {
            session.close(CloseStatus.SHUTDOWN, "The simulator stops.", Callback.NOOP);
        }
    }

    /** Passes everything on, and knows when the socket is open and how it ended. */
    private final class Tracked implements FrameHandler {
        private final FrameHandler frames;
        private final Ending ending;
        private volatile @Nullable CoreSession session;

        private Tracked(FrameHandler frames, Ending ending) {
            this.frames = frames;
            this.ending = ending;
        }

        @Override
        public void onOpen(CoreSession opened, Callback callback) {
            session = opened;
            open.add(opened);
            frames.onOpen(opened, callback);
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            frames.onFrame(frame, callback);
        }

        @Override
        public void onError(Throwable cause, Callback callback) {
            frames.onError(cause, callback);
        }

        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            CoreSession closed = session;
            if (closed != null) {
                open.remove(closed);
            }
            ending.ended(how(status));
            frames.onClosed(status, callback);
        }
    }

    private static Ended how(CloseStatus status) {
        if (status.getCause() instanceof AnswerBody.UpstreamBrokeOff broken) {
            return new Ended(Ended.How.UPSTREAM_BROKE_OFF, broken.getMessage());
        }
        return status.getCode() == CloseStatus.NO_CLOSE
                ? new Ended(Ended.How.CLIENT_GONE, "The client's connection ended without a close frame.")
                : new Ended(Ended.How.COMPLETE, "The WebSocket was closed with code " + status.getCode() + ".");
    }
}
