package io.plsim.server.listener;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * The end of a request whose body nobody wanted. A request may be refused before its body arrived; left unread, the body
 * would make Jetty drop the connection, and a client that sends its next request on it would see no answer. So when the
 * answer is out, a small rest is read and thrown away. A client that waits for "100 Continue" has sent no body yet and
 * learns from the answer that none is wanted.
 */
final class UsableConnection extends Callback.Nested {
    /** How many bytes are read so that the connection can be used again; beyond, it is closed. */
    private static final int DISCARDED_BYTES = 256 * 1024;

    private final SpooledBody body;
    private volatile boolean discard;

    UsableConnection(Callback callback, Request request, SpooledBody body) {
        super(callback);
        this.body = body;
        this.discard = !request.getHeaders().contains(HttpHeader.EXPECT);
    }

    /** Leaves the rest of the body to somebody else, or the connection to its end. */
    void give() {
        discard = false;
    }

    @Override
    public void succeeded() {
        if (discard) {
            body.discardUpTo(DISCARDED_BYTES);
        }
        super.succeeded();
    }
}
