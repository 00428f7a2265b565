package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command itself, as a process: what it prints, what it answers to a wrong start, its exit codes. */
class ServeTest {
    private static final String CALL = "POST /runtimes/customAgent1/invocations?accountId=111122223333 HTTP/1.1\r\n"
            + "Host: localhost\r\nContent-Length: 0\r\n\r\n";

    @Test
    void theBannerEndsWithReadyAndEveryRequestHasALineAfterIt() throws Exception {
        try (ServerProcess server = ServerProcess.serve("--clock", "2026-11-23T12:00:00Z")) {
            List<String> banner = server.lines();
            assertThat(banner.get(banner.size() - 1)).isEqualTo("Ready.");
            assertThat(String.join("\n", banner))
                    .contains("vpce-0a1b2c3d4e5f60718  com.amazonaws.us-east-1.bedrock-agentcore  http://localhost:")
                    .contains("vpce-0b1c2d3e4f5061728  com.amazonaws.us-east-1.bedrock-agentcore.gateway  http://")
                    .contains("policy default (full access), revision 1, 1 statement(s)")
                    .contains("Enforced: ")
                    .contains("Not enforced: ")
                    .contains("frozen at 2026-11-23T12:00:00Z")
                    .contains("curl -s ")
                    .doesNotContain("wJalrXUtnFEMI");
            Wire.Reply reply = Wire.exchange(server.dataPlane(), CALL);
            assertThat(reply.status()).isEqualTo(403);
            String id = reply.header("x-plsim-decision-id").orElseThrow();
            server.terminate();
            assertThat(server.exitCode()).isZero();
            assertThat(server.lines().subList(banner.size(), server.lines().size()))
                    .singleElement()
                    .asString()
                    .startsWith("2026-11-23T12:00:00Z vpce-0a1b2c3d4e5f60718 InvokeAgentRuntime => 403")
                    .contains("id=" + id);
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void anEnvironmentForEveryShellComesFromTheRunningServer(@TempDir Path folder) throws Exception {
        try (ServerProcess server = ServerProcess.serve()) {
            String console = server.console().toString();
            for (Map.Entry<String, String> shell : Map.of(
                            "bash", "export AWS_ENDPOINT_URL_BEDROCK_AGENTCORE='" + server.dataPlane() + "'",
                            "powershell", "$env:AWS_ENDPOINT_URL_BEDROCK_AGENTCORE = '" + server.dataPlane() + "'",
                            "dotenv", "AWS_ENDPOINT_URL_BEDROCK_AGENTCORE='" + server.dataPlane() + "'")
                    .entrySet()) {
                ServerProcess env = ServerProcess.run(
                        Map.of(),
                        "env",
                        "--shell",
                        shell.getKey(),
                        "--console",
                        console,
                        "--trust-folder",
                        folder.toString());
                assertThat(env.exitCode()).as(env.errors()).isZero();
                assertThat(env.lines()).contains(shell.getValue());
                for (String name : List.of(
                        "AWS_REGION",
                        "AWS_ACCESS_KEY_ID",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_CA_BUNDLE",
                        "SSL_CERT_FILE",
                        "NODE_EXTRA_CA_CERTS",
                        "javax.net.ssl.trustStore",
                        "AGENTCORE_GATEWAY_MCP_URL")) {
                    assertThat(String.join("\n", env.lines())).contains(name);
                }
            }
            String authority = Files.readString(folder.resolve("ca.pem"));
            assertThat(authority).startsWith("-----BEGIN CERTIFICATE-----");
            assertThat(Files.readString(folder.resolve("ca-bundle.pem")))
                    .startsWith(authority)
                    .hasSizeGreaterThan(100_000);
            assertThat(folder.resolve("truststore.p12")).isNotEmptyFile();
            bashUnderstands(folder, console);
        }
        ServerProcess nobody = ServerProcess.run(Map.of(), "env", "--console", "http://localhost:1");
        assertThat(nobody.exitCode()).isEqualTo(4);
        assertThat(nobody.errors()).contains("http://localhost:1").doesNotContain("\tat ");
    }

    private static void bashUnderstands(Path folder, String console) throws Exception {
        ServerProcess env =
                ServerProcess.run(Map.of(), "env", "--console", console, "--trust-folder", folder.toString());
        Path script = folder.resolve("env.sh");
        Files.write(script, env.lines());
        Process bash = new ProcessBuilder("bash", "-ec", ". " + script + "; echo $AWS_SECRET_ACCESS_KEY").start();
        assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(bash.getInputStream().readAllBytes()).strip())
                .isEqualTo("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    }

    @ParameterizedTest(name = "serve {0} exits {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense|2|--nonsense",
                "--port many|2|--port",
                "--port 70000|3|70000",
                "--config nowhere.yaml|3|nowhere.yaml",
                "--policy nowhere.json|3|nowhere.json",
                "--clock yesterday|3|yesterday",
                "--bind 203.0.113.7|3|203.0.113.7"
            })
    void aWrongStartSaysWhatIsWrongInOneLine(String flags, int exitCode, String words) throws Exception {
        String[] arguments = ("serve --gateway-port 0 --console-port 0 --tls-port 0 " + flags).split(" ");
        ServerProcess run = ServerProcess.run(Map.of("PLSIM_PORT", "0"), arguments);
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(exitCode);
        assertThat(run.errors()).contains(words).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(run.lines()).doesNotContain("Ready.");
    }

    @Test
    void anUnknownVariableNamesTheNearestRightOne() throws Exception {
        ServerProcess run = ServerProcess.run(Map.of("PLSIM_TLS_PROT", "0"), "serve");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors()).contains("PLSIM_TLS_PROT").contains("PLSIM_TLS_PORT");
    }

    @Test
    void aTakenPortIsOneSentenceThatNamesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            ServerProcess run = ServerProcess.run(
                    Map.of(), "serve", "--port", "0", "--gateway-port", "0", "--console-port", "0", "--tls-port", port);
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.errors().strip().lines())
                    .as("one line")
                    .singleElement()
                    .asString()
                    .contains(port)
                    .contains("--tls-port");
        }
    }
}
