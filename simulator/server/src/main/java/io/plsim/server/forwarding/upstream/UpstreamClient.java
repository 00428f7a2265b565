package io.plsim.server.forwarding.upstream;

import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.UpgradeProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;

/**
 * The one HTTP client of a simulator. It adds nothing of its own to a request: no User-Agent, no cookies, no redirects
 * followed, no decoding. Safe to use from many threads.
 */
public final class UpstreamClient implements AutoCloseable {
    /** Streams and sockets hold their connection for as long as they last, so there may be many of them. */
    private static final int MAX_CONNECTIONS = 4096;

    private static final int MAX_THREADS = 64;
    private static final int HEADER_BYTES = 128 * 1024;

    private final HttpClient http = new HttpClient();
    private final WebSocketCoreClient sockets;
    private final Timeouts timeouts;

    /** A client that is ready to use. */
    public UpstreamClient(Timeouts timeouts) {
        this.timeouts = timeouts;
        // Threads of its own: request threads wait for it while they copy a body, so it must not wait for them.
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("upstream");
        threads.setDaemon(true);
        http.setExecutor(threads);
        http.setSslContextFactory(new SslContextFactory.Client());
        http.setConnectTimeout(timeouts.connect().toMillis());
        http.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
        http.setMaxRequestsQueuedPerDestination(MAX_CONNECTIONS);
        http.setMaxRequestHeadersSize(HEADER_BYTES);
        http.setMaxResponseHeadersSize(HEADER_BYTES);
        http.setUserAgentField(null);
        http.setDefaultRequestContentType(null);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setFollowRedirects(false);
        sockets = new WebSocketCoreClient(http, new WebSocketComponents());
        try {
            sockets.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the HTTP client does not start", failed);
        }
        http.getContentDecoderFactories().clear();
        http.getProtocolHandlers().clear();
        http.getProtocolHandlers().put(new ContinueProtocolHandler());
        http.getProtocolHandlers().put(new ProcessingProtocolHandler());
        http.getProtocolHandlers().put(new UpgradeProtocolHandler());
    }

    /**
     * An upstream's answer, its body still to come. Whoever gets it reads the body to its end or fails it.
     *
     * @param headers those that travel from end to end, and Content-Length
     */
    public record Response(int status, Headers headers, Content.Source body) {}

    /**
     * Sends a request with the body of another. The stage fails with an {@link UpstreamException}.
     *
     * @throws IOException when the body cannot be read
     */
    public CompletionStage<Response> send(UpstreamRequest upstream, InboundRequest bodyOf) throws IOException {
        Request request = http.newRequest(upstream.server())
                .method(upstream.method())
                .path(upstream.target())
                .idleTimeout(timeouts.request().toMillis(), TimeUnit.MILLISECONDS)
                .timeout(timeouts.stream().toMillis(), TimeUnit.MILLISECONDS)
                .headers(fields -> upstream.headers().forEach(header -> fields.add(header.name(), header.value())));
        UpstreamBody body = UpstreamBody.of(bodyOf);
        body.attachTo(request);
        CompletableFuture<Response> answered = new CompletableFuture<>();
        request.onResponseContentSource((response, content) -> answered.complete(new Response(
                response.getStatus(),
                headers(response.getHeaders()),
                new UpstreamContent(content, upstream.server()))));
        request.send(result -> {
            if (result.isFailed()) {
                answered.completeExceptionally(
                        new UpstreamException(UpstreamFailure.of(result.getFailure(), upstream.server())));
            }
        });
        try {
            body.copy();
        } catch (IOException clientBroke) {
            request.abort(clientBroke);
            throw clientBroke;
        }
        return answered;
    }

    private static Headers headers(Iterable<HttpField> fields) {
        List<Header> lines = new ArrayList<>();
        String length = null;
        for (HttpField field : fields) {
            String value = field.getValue() == null ? "" : field.getValue();
            lines.add(new Header(field.getName(), value));
            if (field.getName().equalsIgnoreCase("Content-Length")) {
                length = value;
            }
        }
        List<Header> kept = UpstreamRequest.endToEnd(new Headers(lines));
        if (length != null) {
            kept.add(new Header("Content-Length", length));
        }
        return new Headers(kept);
    }

    /** The client of WebSockets, over the same connections. */
    public WebSocketCoreClient sockets() {
        return sockets;
    }

    public Timeouts timeouts() {
        return timeouts;
    }

    @Override
    public void close() {
        try {
            sockets.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the HTTP client does not stop", failed);
        }
    }

    /** An upstream that did not answer. */
    public static final class UpstreamException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient UpstreamFailure failure;

        UpstreamException(UpstreamFailure failure) {
            super(failure.why(), null);
            this.failure = failure;
        }

        public UpstreamFailure failure() {
            return failure;
        }
    }

    /** The failure that a stage of this client ended with. */
    public static UpstreamFailure failureOf(Throwable thrown, URI server) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UpstreamException failed) {
                return failed.failure();
            }
        }
        return UpstreamFailure.of(thrown, server);
    }
}
