package io.plsim.server.answer;

import java.io.IOException;

/** The body of an answer: bytes that are there already, or chunks that are made while they are sent. */
public sealed interface AnswerBody {

    /** Bytes that are there already. */
    record Bytes(byte[] bytes) implements AnswerBody {}

    /** Chunks that are made while they are sent; each {@link Chunks#send} reaches the client before it returns. */
    record Stream(ChunkWriter writer) implements AnswerBody {}

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
}
