package io.plsim.server.forwarding.websocket;

import io.plsim.server.forwarding.upstream.UpstreamClient;
import io.plsim.server.forwarding.upstream.UpstreamRequest;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.client.CoreClientUpgradeRequest;
import org.eclipse.jetty.websocket.core.client.UpgradeListener;

/** Opens a WebSocket to an upstream for a client that waits for its own. */
public final class SocketRelay {
    private static final int MAX_REFUSAL_BYTES = 64 * 1024;
    private static final String PREFIX = "sec-websocket-";
    private static final String KEY = PREFIX + "key";

    private final UpstreamClient client;

    public SocketRelay(UpstreamClient client) {
        this.client = client;
    }

    /**
     * An upstream's socket that waits for the client's.
     *
     * @param frames the client's end
     * @param subprotocol what the upstream chose
     * @param headers of the upstream's answer, those that travel from end to end
     */
    public record Opened(FrameHandler frames, Optional<String> subprotocol, Headers headers) {}

    /** An upstream that answered the handshake, but not with 101. */
    public static final class NotUpgraded extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient Headers headers;
        private final transient byte[] body;

        NotUpgraded(int status, Headers headers, byte[] body) {
            super("the upstream answered the handshake with " + status);
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public Headers headers() {
            return headers;
        }

        public byte[] body() {
            return body;
        }
    }

    /**
     * Connects to the upstream. The stage fails with {@link NotUpgraded} or like the ones of {@link UpstreamClient}.
     *
     * @param subprotocols what is offered to it
     */
    public CompletionStage<Opened> open(UpstreamRequest upstream, List<String> subprotocols, FrameRules rules)
            throws IOException {
        SocketBridge bridge = new SocketBridge(rules, upstream.server());
        CoreClientUpgradeRequest request =
                CoreClientUpgradeRequest.from(client.sockets(), webSocket(upstream.server()), bridge.upstream());
        request.timeout(client.timeouts().request().toMillis(), TimeUnit.MILLISECONDS);
        Handshake handshake = new Handshake(upstream, subprotocols);
        request.addListener(handshake);
        CompletableFuture<Opened> opened = new CompletableFuture<>();
        client.sockets().connect(request).whenComplete((session, failure) -> {
            if (failure == null) {
                limitLifetime(bridge);
                opened.complete(new Opened(bridge.client(), chosen(session), handshake.headers));
            } else {
                opened.completeExceptionally(
                        handshake.refusal().<Throwable>map(refused -> refused).orElse(failure));
            }
        });
        return opened;
    }

    private void limitLifetime(SocketBridge bridge) {
        Scheduler.Task end = client.sockets()
                .getHttpClient()
                .getScheduler()
                .schedule(bridge::expire, client.timeouts().stream().toMillis(), TimeUnit.MILLISECONDS);
        bridge.whenUpstreamEnds(end::cancel);
    }

    private static Optional<String> chosen(CoreSession session) {
        return Optional.ofNullable(session.getNegotiatedSubProtocol()).filter(name -> !name.isEmpty());
    }

    private static URI webSocket(URI server) {
        return URI.create((server.getScheme().equals("https") ? "wss://" : "ws://") + server.getRawAuthority() + "/");
    }

    /** Gives the upstream the client's request line and headers, and keeps what it answers. */
    private static final class Handshake implements UpgradeListener {
        private final UpstreamRequest upstream;
        private final List<String> subprotocols;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private volatile int status;
        private volatile Headers headers = Headers.NONE;

        private Handshake(UpstreamRequest upstream, List<String> subprotocols) {
            this.upstream = upstream;
            this.subprotocols = subprotocols;
        }

        @Override
        public void onHandshakeRequest(Request request) {
            request.path(upstream.target());
            request.headers(fields -> {
                // Jetty adds these two for old proxies; the client's own ones are among the headers.
                fields.remove(HttpHeader.PRAGMA);
                fields.remove(HttpHeader.CACHE_CONTROL);
                if (upstream.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("Host"))) {
                    fields.remove(HttpHeader.HOST);
                }
                for (Header header : upstream.headers()) {
                    if (header.name().equalsIgnoreCase(KEY)) {
                        fields.put(HttpHeader.SEC_WEBSOCKET_KEY, header.value()); // It may be signed.
                    } else if (!header.name().toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                        fields.add(header.name(), header.value());
                    }
                }
                if (!subprotocols.isEmpty()) {
                    fields.put(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL, String.join(", ", subprotocols));
                }
            });
            request.onResponseContent((response, buffer) -> {
                if (body.size() < MAX_REFUSAL_BYTES) {
                    body.writeBytes(BufferUtil.toArray(buffer));
                }
            });
        }

        @Override
        public void onHandshakeResponse(Request request, Response response) {
            List<Header> lines = new ArrayList<>();
            for (HttpField field : response.getHeaders()) {
                if (!field.getLowerCaseName().startsWith(PREFIX)) {
                    lines.add(new Header(field.getName(), field.getValue() == null ? "" : field.getValue()));
                }
            }
            headers = new Headers(UpstreamRequest.endToEnd(new Headers(lines)));
            status = response.getStatus();
        }

        private Optional<NotUpgraded> refusal() {
            return status == 0 || status == 101
                    ? Optional.empty()
                    : Optional.of(new NotUpgraded(status, headers, body.toByteArray()));
        }
    }
}
