package io.plsim.clients;

import io.javalin.Javalin;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An agent container with a WebSocket at /ws that echoes; "close N" makes it close with code N, "vanish" break off. */
final class SocketAgent implements AutoCloseable {
    private final Javalin javalin;
    final BlockingQueue<Map<String, String>> handshakes = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> closes = new LinkedBlockingQueue<>();

    SocketAgent() {
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.ws("/ws", ws -> {
                        ws.onConnect(context -> handshakes.add(context.headerMap()));
                        ws.onMessage(context -> answer(context, context.message()));
                        ws.onBinaryMessage(context -> context.send(context.data()));
                        ws.onClose(context -> closes.add(context.status()));
                    });
                })
                .start(0);
    }

    private static void answer(WsContext context, String message) {
        if (message.startsWith("close ")) {
            context.closeSession(Integer.parseInt(message.substring(6)), "as asked");
        } else if (message.equals("vanish")) {
            context.session.disconnect();
        } else {
            context.send("agent: " + message);
        }
    }

    URI url() {
        return URI.create("http://localhost:" + javalin.port());
    }

    Map<String, String> nextHandshake() throws InterruptedException {
        Map<String, String> headers = handshakes.poll(30, TimeUnit.SECONDS);
        if (headers == null) {
            throw new AssertionError("nobody connected");
        }
        return headers;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
