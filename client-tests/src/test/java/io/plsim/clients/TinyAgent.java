package io.plsim.clients;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An agent container in a few lines: whatever path is called, one behaviour answers, and every request is kept. */
final class TinyAgent implements AutoCloseable {
    /** What a container got. */
    record Seen(String method, String path, Headers headers, byte[] body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** Answers a request whose body has been read. */
    interface Behaviour {
        void answer(HttpExchange exchange, byte[] body) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    TinyAgent(Behaviour behaviour) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body));
            try (exchange) {
                behaviour.answer(exchange, body);
            }
        });
        server.start();
    }

    /** An agent that answers JSON. */
    static TinyAgent answering(int status, String json) throws IOException {
        return new TinyAgent((exchange, body) -> send(exchange, status, "application/json", json));
    }

    /** An agent that streams server-sent events; what it says next is up to the test. */
    static TinyAgent streaming(BlockingQueue<String> events) throws IOException {
        return new TinyAgent((exchange, body) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (String event = take(events); !event.isEmpty(); event = take(events)) {
                    out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        });
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String take(BlockingQueue<String> events) throws IOException {
        try {
            String event = events.poll(60, TimeUnit.SECONDS);
            if (event == null) {
                throw new IOException("the test said nothing more");
            }
            return event;
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The oldest request that nobody has looked at. */
    Seen nextSeen() throws InterruptedException {
        Seen next = seen.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the agent was not called");
        }
        return next;
    }

    boolean unseen() {
        return seen.isEmpty();
    }

    /** A configuration in which one runtime is this agent. */
    String asRuntime(String id, String more) {
        return "resources:\n  runtimes:\n    - {id: " + id + ", forwardTo: \"" + url() + "\"" + more + "}\n";
    }

    static List<String> events(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
