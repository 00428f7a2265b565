package io.plsim.server.inbound;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request. It is received at most once, either whole (spooled and hashed, because a signature or a
 * question needs it) or as a stream that is passed on while it arrives.
 */
public interface RequestBody {

    /**
     * Receives the body to its end if that has not happened yet, and answers the lower-case hex SHA-256 of its bytes.
     *
     * @throws BodyTooLargeException beyond the limit of the operation
     */
    String sha256Hex() throws IOException;

    /** The bytes from the beginning; received whole before if {@link #sha256Hex()} was called, else as they arrive. */
    InputStream open() throws IOException;

    /** The bytes when they were received whole and are few enough to be kept in memory; null otherwise. */
    default byte @Nullable [] inMemory() {
        return null;
    }

    /** The bytes as one array; only for operations whose bodies are small. */
    default byte[] bytes() throws IOException {
        sha256Hex();
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** A body that is longer than AgentCore takes. */
    final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        public BodyTooLargeException(long limit) {
            super("the request body is larger than " + limit + " bytes");
        }
    }
}
