package io.plsim.clients;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.server.cli.Main;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code plsim serve} in a JVM of its own, with options of its own. */
final class ForkedSimulator implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("http://localhost:[0-9]+");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI dataPlane;
    private final URI console;

    ForkedSimulator(Path folder, String yaml, String... jvmOptions) throws Exception {
        Path config =
                Files.writeString(folder.resolve("plsim.yaml"), "port: 0\ngatewayPort: 0\nconsolePort: 0\n" + yaml);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(Main.class.getName(), "serve", "--config", config.toString()));
        process = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<URI> urls = new ArrayList<>();
        for (String line = out.readLine(); line != null && !line.equals("Ready."); line = out.readLine()) {
            Matcher url = URL.matcher(line);
            if (url.find()) {
                urls.add(URI.create(url.group()));
            }
        }
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("stderr.txt")));
        }
        dataPlane = urls.get(0);
        console = urls.get(2);
        Thread drain = new Thread(() -> out.lines().forEach(line -> {}), "forked-simulator-output");
        drain.setDaemon(true);
        drain.start();
    }

    URI dataPlane() {
        return dataPlane;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String token() throws Exception {
        return send(HttpRequest.newBuilder(URI.create(console + "/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
                .path("access_token")
                .asText();
    }

    JsonNode newestRecord() throws Exception {
        return send(HttpRequest.newBuilder(URI.create(console + "/api/decisions?limit=1")))
                .get(0);
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        return RunningSimulator.MAPPER.readTree(
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
