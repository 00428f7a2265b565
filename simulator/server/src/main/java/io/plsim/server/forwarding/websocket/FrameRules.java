package io.plsim.server.forwarding.websocket;

import java.time.Duration;
import org.eclipse.jetty.websocket.core.CoreSession;

/**
 * What a relayed WebSocket may do.
 *
 * @param maxFrameBytes the largest frame; a larger one closes the socket with 1009
 * @param silence how long neither side may say anything
 */
public record FrameRules(long maxFrameBytes, Duration silence) {
    /** AgentCore quotas: "maximum frame size 64 KB" of a runtime's WebSocket. */
    public static final long RUNTIME_FRAME_BYTES = 64 * 1024;

    /** Elsewhere AgentCore names no frame limit; a stream's chunk of 10 MB is its next of kin and bounds the memory. */
    public static final long STREAM_FRAME_BYTES = 10 * 1024 * 1024;

    void apply(CoreSession session) {
        // Frames stay as they are: none is cut into pieces.
        session.setAutoFragment(false);
        session.setMaxFrameSize(maxFrameBytes);
        session.setIdleTimeout(silence);
    }
}
