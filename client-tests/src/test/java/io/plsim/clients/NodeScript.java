package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A script of {@code client-tests/node}, run by Node with the JavaScript clients of its package.json. The clients are
 * installed below {@code target/} once; where there is no Node, or no registry to install from, the test is skipped with
 * one line. On CI nothing is skipped.
 */
final class NodeScript {
    private static final Path SOURCES = Path.of(System.getProperty("plsim.repository"), "client-tests", "node");
    private static final Path INSTALLED = Path.of("target", "node").toAbsolutePath();
    private static final int MINUTES = 5;

    private NodeScript() {}

    /** One check that the script reported. */
    record Check(String name, boolean ok, String detail) {}

    /** Runs a script to its end and answers its checks, in order. */
    static List<Check> run(String script, Map<String, String> environment, String... arguments) throws Exception {
        install();
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        List<Check> checks = new ArrayList<>();
        for (String line : output(command, environment)) {
            if (line.startsWith("{")) {
                JsonNode check = RunningSimulator.MAPPER.readTree(line);
                checks.add(new Check(
                        check.path("name").asText(),
                        check.path("ok").asBoolean(),
                        check.path("detail").asText()));
            }
        }
        assertThat(checks).as("what %s reported", script).isNotEmpty();
        return checks;
    }

    private static synchronized void install() throws Exception {
        boolean there = exists("node") && exists("npm");
        skipUnless(there, "no node and npm on the path");
        Files.createDirectories(INSTALLED);
        Path wanted = SOURCES.resolve("package.json");
        Path stamp = INSTALLED.resolve("installed.json");
        if (!Files.exists(stamp) || Files.mismatch(wanted, stamp) >= 0) {
            copySources();
            int exit = start(
                            List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"),
                            Map.of(),
                            ProcessBuilder.Redirect.DISCARD)
                    .waitFor();
            skipUnless(exit == 0, "npm could not install the JavaScript clients");
            Files.copy(wanted, stamp, StandardCopyOption.REPLACE_EXISTING);
        }
        copySources();
    }

    private static void copySources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void skipUnless(boolean there, String why) {
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError("On CI the Node tests must run: " + why);
        }
        if (!there) {
            System.out.println("Skipped the Node clients: " + why);
        }
        assumeTrue(there, why);
    }

    private static boolean exists(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> output(List<String> command, Map<String, String> environment) throws Exception {
        Process process = start(command, environment, ProcessBuilder.Redirect.PIPE);
        List<String> lines;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines().toList();
        }
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                .as("%s ends", command)
                .isTrue();
        assertThat(process.exitValue()).as("%s: exit code", command).isZero();
        return lines;
    }

    private static Process start(
            List<String> command, Map<String, String> environment, ProcessBuilder.Redirect standardOutput)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(INSTALLED.toFile())
                .redirectOutput(standardOutput)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NODE_NO_WARNINGS", "1");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
