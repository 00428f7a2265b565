package io.plsim.server.forwarding.upstream;

import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way to an upstream: at once when it is in memory already, else copied on the request's own
 * thread, which waits whenever the upstream does not take more.
 */
final class UpstreamBody {
    /** A body that says it is smaller is received whole: that is cheaper than passing it on piece by piece. */
    private static final long SMALL = 64 * 1024;

    private static final int PIECE = 16 * 1024;

    private final RequestBody body;
    private final Request.@Nullable Content content;
    private final @Nullable OutputStream copyTo;

    private UpstreamBody(RequestBody body, Request.@Nullable Content content, @Nullable OutputStream copyTo) {
        this.body = body;
        this.content = content;
        this.copyTo = copyTo;
    }

    static UpstreamBody of(InboundRequest request) throws IOException {
        RequestBody body = request.body();
        long length = length(request.headers());
        if (length == 0) {
            return new UpstreamBody(body, null, null);
        }
        if (length > 0 && length <= SMALL) {
            body.sha256Hex();
        }
        byte[] bytes = body.inMemory();
        if (bytes != null) {
            return new UpstreamBody(body, new Whole(bytes), null);
        }
        Pieces pieces = new Pieces(length);
        return new UpstreamBody(body, pieces, pieces.getOutputStream());
    }

    /** The length that the client declares: 0 without a body, -1 when it is not known before the end. */
    private static long length(Headers headers) throws IOException {
        if (headers.has("Transfer-Encoding")) {
            return -1;
        }
        try {
            return Long.parseLong(headers.first("Content-Length").orElse("0"));
        } catch (NumberFormatException malformed) {
            throw new IOException("the Content-Length is malformed", malformed);
        }
    }

    void attachTo(Request request) {
        if (content != null) {
            request.body(content);
        }
    }

    /**
     * Copies what is not in memory, once the request is on its way.
     *
     * @throws IOException when the client's body cannot be read; an upstream that takes no more is no error here, its
     *     answer says what happened
     */
    void copy() throws IOException {
        OutputStream out = copyTo;
        if (out == null) {
            return;
        }
        byte[] piece = new byte[PIECE];
        try (InputStream in = body.open()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                try {
                    out.write(piece, 0, read);
                } catch (IOException upstreamTakesNoMore) {
                    return;
                }
            }
        }
        try {
            out.close();
        } catch (IOException upstreamTakesNoMore) {
            // As above.
        }
    }

    /** Bytes without a content type of their own: the client's header says it, or nothing does. */
    private static final class Whole extends BytesRequestContent {
        private Whole(byte[] bytes) {
            super(bytes);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }

    /** A body that arrives in pieces, with the length that the client declared. */
    private static final class Pieces extends OutputStreamRequestContent {
        private final long length;

        private Pieces(long length) {
            this.length = length;
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }
}
