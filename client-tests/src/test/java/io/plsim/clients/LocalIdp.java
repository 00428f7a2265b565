package io.plsim.clients;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider on a free port, with a tenant per path; each of its documents can be good or go wrong. */
final class LocalIdp implements AutoCloseable {
    static final String DISCOVERY = "/.well-known/openid-configuration";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();

    /** What a path answers. */
    interface Page {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    LocalIdp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The issuer name of a tenant, below which its documents are. */
    String issuer(String tenant) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + tenant;
    }

    /** A tenant as it should be. */
    LocalIdp tenant(String tenant, JWKSet keys) {
        return discovery(tenant, issuer(tenant), issuer(tenant) + "/jwks").keys(tenant, keys);
    }

    LocalIdp discovery(String tenant, String issuer, String jwksUri) {
        return page(
                "/" + tenant + DISCOVERY,
                text(200, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, jwksUri)));
    }

    LocalIdp keys(String tenant, JWKSet keys) {
        return page("/" + tenant + "/jwks", text(200, keys.toString(true)));
    }

    LocalIdp page(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    int hits(String path) {
        return hits.getOrDefault(path, new AtomicInteger()).get();
    }

    static Page text(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    static Page redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        hits.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            pages.getOrDefault(path, text(404, "{}")).answer(exchange);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
