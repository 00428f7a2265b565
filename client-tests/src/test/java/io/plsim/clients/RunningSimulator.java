package io.plsim.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.Simulator;
import io.plsim.server.configuration.ConfigurationFile;
import io.plsim.server.configuration.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** The product, started on free ports; everything else here talks to it over HTTP alone. */
final class RunningSimulator implements AutoCloseable {
    static final ObjectMapper MAPPER = new ObjectMapper();
    static final Path POLICIES = Path.of(System.getProperty("plsim.repository"), "policies");
    private static final String FREE_PORTS = "port: 0\ngatewayPort: 0\nconsolePort: 0\ntlsPort: 0\n";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;

    private RunningSimulator(Simulator simulator) {
        this.simulator = simulator;
    }

    static RunningSimulator start(String yaml) throws Exception {
        return new RunningSimulator(
                Simulator.start(new Settings(ConfigurationFile.parse(FREE_PORTS + yaml, "test"), Path.of(""))));
    }

    URI dataPlane() {
        return simulator.url(simulator.endpoints().get(0));
    }

    URI gateway() {
        return simulator.url(simulator.endpoints().get(1));
    }

    URI console() {
        return simulator.consoleUrl();
    }

    /** Attaches an example policy to both endpoints. */
    void attachExample(String name) throws Exception {
        String policy = Files.readString(POLICIES.resolve(name).resolve("policy.json"));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = attach(simulator.endpoints().get(i).id(), policy);
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
        }
    }

    HttpResponse<String> attach(String endpoint, String policy) throws Exception {
        return console("PUT", "/api/endpoints/" + endpoint + "/policy", policy);
    }

    HttpResponse<String> console(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(console() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode consoleJson(String path) throws Exception {
        return MAPPER.readTree(console("GET", path, "").body());
    }

    /** The record that an answer's header names. */
    JsonNode recordOf(HttpResponse<?> answer) throws Exception {
        return consoleJson("/api/decisions/"
                + answer.headers().firstValue("x-plsim-decision-id").orElseThrow());
    }

    JsonNode newestRecord() throws Exception {
        return consoleJson("/api/decisions?limit=1").get(0);
    }

    String token(String form) throws Exception {
        return MAPPER.readTree(tokenForm(form).body()).path("access_token").asText();
    }

    /** What the built-in issuer answers to a token request with these fields. */
    HttpResponse<String> tokenForm(String fields) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(console() + "/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + fields))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A plain HTTP request with whatever Authorization header, or none when it is empty. */
    HttpResponse<String> plain(
            URI endpoint, String method, String path, String authorization, String body, String... moreHeaders)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (moreHeaders.length > 0) {
            request.headers(moreHeaders);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        simulator.close();
    }
}
