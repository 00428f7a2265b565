package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What curl signs with {@code --aws-sigv4}; curl before 8.9.0 cannot sign a path with an ARN in it. */
class CurlTest {
    private static final String PATH = "/runtimes/customAgent1/invocations?accountId=111122223333";
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(isInstalled(), "curl is not installed: what it signs was not tested");
        simulator = RunningSimulator.start("");
    }

    @AfterAll
    static void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void aPostWithAnIdAndTheAccountPasses() throws Exception {
        assertThat(curl(Callers.ALICE, PATH, "-d", "{\"prompt\":\"hello\"}")).endsWith(" 200");
    }

    @Test
    void aTemporaryCredentialPassesWithItsToken() throws Exception {
        assertThat(curl(
                        Callers.SESSION,
                        PATH,
                        "-H",
                        "X-Amz-Security-Token: EXAMPLESESSIONTOKEN",
                        "-H",
                        "Content-Type: application/json",
                        "-d",
                        "{}"))
                .endsWith(" 200");
    }

    @Test
    void aWrongSecretDoesNotPass() throws Exception {
        String answer = curl("AKIAIOSFODNN7EXAMPLE:wrong", PATH, "-d", "{}");
        assertThat(answer).endsWith(" 403").contains("The request signature we calculated does not match");
    }

    private static String curl(Callers caller, String path, String... more) throws Exception {
        return curl(
                caller.credentials().accessKeyId() + ":" + caller.credentials().secretAccessKey(), path, more);
    }

    private static String curl(String user, String path, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "-s",
                "-w",
                " %{http_code}",
                "--max-time",
                "60",
                "--user",
                user,
                "--aws-sigv4",
                "aws:amz:us-east-1:bedrock-agentcore"));
        command.addAll(List.of(more));
        command.add(simulator.dataPlane() + path);
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("curl", "--version").start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
