package io.plsim.testkit.decisions;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The console API of a running simulator; one instance can be shared between threads. */
public final class SimulatorConsole {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final HttpClient http;

    private SimulatorConsole(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    /** The console at a base address such as {@code http://localhost:4651}. */
    public static SimulatorConsole at(URI base) {
        return new SimulatorConsole(
                base,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build());
    }

    /** Another console, spoken to through the same HTTP client. */
    public SimulatorConsole elsewhere(URI other) {
        return new SimulatorConsole(other, http);
    }

    /** Every decision since the last reset, oldest first. */
    public List<RecordedDecision> decisions() {
        return ConsoleJson.decisions(expect200("GET", "/api/decisions?limit=" + Integer.MAX_VALUE, ""));
    }

    /** Why a request was decided as it was. */
    public Explanation explain(String decisionId) {
        return ConsoleJson.explanation(expect200("GET", "/api/decisions/" + decisionId + "/explanation", ""));
    }

    /**
     * Attaches a policy to the first endpoint of a service.
     *
     * @param service {@code bedrock-agentcore} or {@code bedrock-agentcore.gateway}
     * @throws PolicyNotAttachedException when AWS would not store it; nothing changes then
     */
    public void attachPolicy(String service, String json) {
        attachPolicy(service, json, "policy");
    }

    /** Likewise; {@code source} stands for the file in messages. */
    public void attachPolicy(String service, String json, String source) {
        String path = "/api/endpoints/" + endpointId(service) + "/policy";
        HttpResponse<String> answer = send("PUT", path, json, "application/json");
        if (answer.statusCode() == 400) {
            throw new PolicyNotAttachedException(ConsoleJson.findings(answer.body(), source));
        }
        check(answer, path);
    }

    /** Forgets decisions and the stubs' state. */
    public void reset() {
        expect200("POST", "/api/reset", "");
    }

    /** Forgets decisions and the stubs' state, and gives every endpoint full access. */
    public void resetWithPolicies() {
        expect200("POST", "/api/reset?policies=true", "");
    }

    /** A token of the built-in issuer with these claims. */
    public String token(Map<String, String> claims) {
        String form = "grant_type=client_credentials"
                + claims.entrySet().stream()
                        .map(claim -> "&" + encoded(claim.getKey()) + "=" + encoded(claim.getValue()))
                        .collect(Collectors.joining());
        HttpResponse<String> answer = send("POST", "/oauth/token", form, "application/x-www-form-urlencoded");
        check(answer, "/oauth/token");
        return ConsoleJson.token(answer.body());
    }

    /** The simulator's own certificate authority, PEM. */
    public String caCertificatePem() {
        return expect200("GET", "/certs/ca.pem", "");
    }

    /** Where an endpoint listens for TLS, by its own account. */
    public Optional<URI> tlsUrl() {
        return ConsoleJson.tlsUrl(expect200("GET", "/api/endpoints", ""));
    }

    private String endpointId(String service) {
        return ConsoleJson.endpointId(expect200("GET", "/api/endpoints", ""), service)
                .orElseThrow(() -> new IllegalStateException("The simulator has no " + service + " endpoint."));
    }

    private String expect200(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body, "application/json");
        check(answer, path);
        return answer.body();
    }

    private void check(HttpResponse<String> answer, String path) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "plsim answered " + answer.statusCode() + " to " + base + path + ": " + answer.body());
        }
    }

    private HttpResponse<String> send(String method, String path, String body, String contentType) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException("plsim does not answer at " + base + ".", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for plsim at " + base + ".", interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
