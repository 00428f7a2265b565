package io.plsim.clients;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code plsim} as a process of its own, with its exit code and everything it prints. */
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader;
    private final Path errors;

    private ServerProcess(Map<String, String> environment, String logLevel, List<String> arguments) throws IOException {
        errors = Files.createTempFile("plsim-stderr", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=" + logLevel,
                "-cp",
                classPath(),
                "io.plsim.server.cli.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PLSIM_"));
        builder.environment().putAll(environment);
        process = builder.start();
        reader = new Thread(this::read, "stdout of plsim");
        reader.setDaemon(true);
        reader.start();
    }

    /** A server on free ports that has said it is ready. */
    static ServerProcess serve(String... arguments) throws Exception {
        return start("warn", arguments);
    }

    /** The same with everything in its log that it would ever say. */
    static ServerProcess serveTalkatively() throws Exception {
        return start("debug");
    }

    private static ServerProcess start(String logLevel, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("serve", "--port", "0", "--gateway-port", "0", "--console-port", "0", "--tls-port", "0"));
        all.addAll(List.of(arguments));
        ServerProcess server = new ServerProcess(Map.of(), logLevel, all);
        if (!server.ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !server.process.isAlive()) {
            throw new AssertionError("plsim did not get ready: " + server.lines + server.errors());
        }
        return server;
    }

    /** Runs a command to its end. */
    static ServerProcess run(Map<String, String> environment, String... arguments) throws Exception {
        ServerProcess run = new ServerProcess(environment, "warn", List.of(arguments));
        run.exitCode();
        return run;
    }

    private static String classPath() {
        String surefires = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> products = new ArrayList<>();
        for (String entry : surefires.split(File.pathSeparator)) {
            if (!entry.endsWith("test-classes")) {
                products.add(entry);
            }
        }
        return String.join(File.pathSeparator, products);
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (line.equals("Ready.")) {
                    ready.countDown();
                }
            }
        } catch (IOException ended) {
            // The process is gone; what it printed is in the list.
        }
        ready.countDown();
    }

    /** What the SIGTERM of a container runtime does. */
    void terminate() {
        // Process.destroy() would close our end of its output too.
        process.toHandle().destroy();
    }

    int exitCode() throws Exception {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("plsim did not end: " + lines);
        }
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        return process.exitValue();
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    URI dataPlane() {
        return uri("bedrock-agentcore  (http://\\S+)");
    }

    URI console() {
        return uri("console  (http://\\S+)");
    }

    private URI uri(String pattern) {
        for (String line : lines()) {
            Matcher matcher = Pattern.compile(pattern).matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new AssertionError("no " + pattern + " in " + lines());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(errors);
    }
}
