package io.plsim.server.answer;

import java.io.IOException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.jspecify.annotations.Nullable;

/** The body of an answer: bytes that are there already, chunks made or relayed while they are sent, or a WebSocket. */
public sealed interface AnswerBody {

    /** Bytes that are there already. */
    record Bytes(byte[] bytes) implements AnswerBody {}

    /** Chunks that are made while they are sent; each {@link Chunks#send} reaches the client before it returns. */
    record Stream(ChunkWriter writer) implements AnswerBody {}

    /**
     * Bytes that arrive from behind the endpoint while they are sent. The next ones are asked for when the client's
     * connection has taken these, so a client that stops reading stops the upstream and not the heap. The source fails
     * with an {@link UpstreamBrokeOff} when it is the upstream's fault.
     */
    record Relayed(Content.Source source) implements AnswerBody {}

    /**
     * The connection becomes a WebSocket (status 101).
     *
     * @param frames what talks to the client; it asks for one frame after the other
     * @param subprotocol the one of the offered subprotocols that was chosen
     */
    record Socket(FrameHandler frames, @Nullable String subprotocol) implements AnswerBody {}

    /** Produces the chunks of a stream on the request's own thread. */
    @FunctionalInterface
    interface ChunkWriter {
        void writeTo(Chunks chunks) throws IOException;
    }

    /** Where chunks go. */
    interface Chunks {
        /** Sends bytes and waits until the client's connection took them; throws when the client is gone. */
        void send(byte[] bytes, int offset, int length) throws IOException;

        default void send(byte[] bytes) throws IOException {
            send(bytes, 0, bytes.length);
        }
    }

    /** The upstream ended before its answer did. The message is for decision records. */
    final class UpstreamBrokeOff extends IOException {
        private static final long serialVersionUID = 1L;

        public UpstreamBrokeOff(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
