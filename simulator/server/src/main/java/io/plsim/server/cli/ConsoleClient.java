package io.plsim.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The commands' way to a running server. */
final class ConsoleClient {
    static final String DEFAULT = "http://localhost:4651";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The first token makes the issuer's key, which takes a while where the processor is busy. */
    private static final Duration PATIENCE_FOR_A_TOKEN = Duration.ofSeconds(30);

    private ConsoleClient() {}

    static HttpResponse<String> get(String console, String path) throws Main.CommandFailed {
        return send(HttpRequest.newBuilder(uri(console, path)).GET().timeout(PATIENCE), console);
    }

    static HttpResponse<String> post(String console, String path, String form) throws Main.CommandFailed {
        return send(
                HttpRequest.newBuilder(uri(console, path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .timeout(PATIENCE_FOR_A_TOKEN),
                console);
    }

    private static URI uri(String console, String path) throws Main.CommandFailed {
        try {
            return URI.create(console + path);
        } catch (IllegalArgumentException noUrl) {
            throw new Main.CommandFailed(2, "--console " + console + " is not a URL.");
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String console) throws Main.CommandFailed {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new Main.CommandFailed(
                    Main.NOT_REACHABLE, "No plsim answers at " + console + "; start one with ./plsim serve.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Main.CommandFailed(Main.NOT_REACHABLE, "Interrupted while waiting for " + console + ".");
        }
    }
}
