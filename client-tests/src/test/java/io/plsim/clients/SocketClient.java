package io.plsim.clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The JDK's WebSocket client, with what it heard in order: messages, then {@code closed CODE REASON} or {@code broken}. */
final class SocketClient implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    static SocketClient signed(URI endpoint, String path, Callers caller) throws Exception {
        List<String> headers = new ArrayList<>();
        SignedHttp.signed(endpoint, "GET", path, "", caller.credentials(), Clock.systemUTC())
                .request()
                .headers()
                .forEach((name, values) -> {
                    if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                        headers.addAll(List.of(name, values.get(0)));
                    }
                });
        return connect(HTTP.newWebSocketBuilder(), headers, endpoint, path);
    }

    /** As in a browser, which can set no headers: the token is a subprotocol. */
    static SocketClient browser(URI endpoint, String path, String token) throws Exception {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
        return connect(
                HTTP.newWebSocketBuilder()
                        .subprotocols("base64UrlBearerAuthorization." + encoded, "base64UrlBearerAuthorization"),
                List.of(),
                endpoint,
                path);
    }

    private static SocketClient connect(WebSocket.Builder builder, List<String> headers, URI endpoint, String path)
            throws Exception {
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        SocketClient client = new SocketClient();
        client.socket = builder.buildAsync(URI.create("ws://" + endpoint.getAuthority() + path), client)
                .get(60, TimeUnit.SECONDS);
        return client;
    }

    WebSocket socket() {
        return socket;
    }

    void say(String message) throws Exception {
        socket.sendText(message, true).get(60, TimeUnit.SECONDS);
    }

    void say(byte[] message) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(message), true).get(60, TimeUnit.SECONDS);
    }

    String hear() throws InterruptedException {
        String next = heard.poll(60, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            heard.add(text.toString());
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        heard.add("bytes " + data.remaining() + (last ? " last" : ""));
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        heard.add("pong " + StandardCharsets.UTF_8.decode(message));
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        heard.add("closed " + code + " " + reason);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        heard.add("broken");
    }
}
