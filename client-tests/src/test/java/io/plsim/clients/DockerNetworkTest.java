package io.plsim.clients;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.testkit.decisions.SimulatedPrincipal;
import io.plsim.testkit.testcontainers.PrivateLinkSimulatorContainer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/**
 * Three containers on a network with private DNS: a client that knows nothing of the simulator, the simulator under AWS's
 * names, and an agent behind it. Client and agent run on the Java of the simulator's own image: no other need be pulled.
 */
@RequiresDocker
class DockerNetworkTest {
    private static final String MY_AGENT = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/myAgent";
    private static final String PASSWORD = "changeit";
    private static final Pattern SDK_JARS = Pattern.compile(
            ".*(awssdk|reactivestreams|httpcomponents|commons-codec|commons-logging|slf4j-api|eventstream).*\\.jar");

    private static final Network NETWORK = Network.newNetwork();
    private static final GenericContainer<?> AGENT = java("io.plsim.clients.DockerAgent")
            .withNetworkAliases("agent")
            .waitingFor(Wait.forLogMessage(".*The agent listens.*", 1));
    private static final PrivateLinkSimulatorContainer SIMULATOR = new PrivateLinkSimulatorContainer()
            .withPrivateDns(NETWORK)
            .withGateway("tools-abcdefghij")
            .withForwardTo(URI.create("http://agent:8080"));

    @BeforeAll
    static void start() {
        AGENT.start();
        SIMULATOR.start();
    }

    @AfterAll
    static void stop() {
        SIMULATOR.stop();
        AGENT.stop();
        NETWORK.close();
    }

    @Test
    void anUnchangedSdkReachesTheAgentsContainerThroughAwssOwnName() throws Exception {
        SimulatedPrincipal alice = SimulatedPrincipal.ALICE;
        GenericContainer<?> client = java(
                        "io.plsim.clients.DockerClient", alice.accessKeyId(), alice.secretAccessKey(), MY_AGENT)
                .withCopyToContainer(Transferable.of(trustStore()), "/client/trust.p12")
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(Duration.ofMinutes(3)));
        for (String jar : sdkJars()) {
            client.withCopyFileToContainer(MountableFile.forHostPath(jar), "/client/" + new File(jar).getName());
        }
        try (client) {
            client.start();
            assertThat(client.getLogs())
                    .contains("\"agent\": \"in docker\"")
                    .contains("POST /invocations")
                    .contains("by name");
        }
        assertThat(SIMULATOR.decisions())
                .allowed("InvokeAgentRuntime")
                .forCaller(alice.arn())
                .on("runtime/myAgent");
    }

    @Test
    void theHostReachesTheEndpointOverTlsWithTrustInTheSimulatorsAuthorityAlone() throws Exception {
        HttpClient http =
                HttpClient.newBuilder().sslContext(trustingTheSimulator()).build();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(
                                SIMULATOR.getHttpsEndpoint() + "/runtimes/other/invocations?accountId=111122223333"))
                        .header("Authorization", "Bearer " + SIMULATOR.oauthToken())
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static SSLContext trustingTheSimulator() throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(new ByteArrayInputStream(trustStore()), PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trusted.getTrustManagers(), null);
        return tls;
    }

    private static List<String> sdkJars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> SDK_JARS.matcher(jar).matches())
                .toList();
    }

    private static byte[] trustStore() throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(
                "plsim",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                SIMULATOR.getCaCertificatePem().getBytes(StandardCharsets.US_ASCII))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trust.store(bytes, PASSWORD.toCharArray());
        return bytes.toByteArray();
    }

    /** A container on the network that runs a class of these tests. */
    private static GenericContainer<?> java(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "java",
                "-Djavax.net.ssl.trustStore=/client/trust.p12",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                "-cp",
                "/client/classes:/client/*",
                mainClass));
        command.addAll(List.of(arguments));
        String file = mainClass.replace('.', '/') + ".class";
        return new GenericContainer<>(RequiresDocker.Condition.IMAGE)
                .withNetwork(NETWORK)
                .withCopyFileToContainer(MountableFile.forClasspathResource(file), "/client/classes/" + file)
                .withCreateContainerCmdModifier(
                        create -> create.withEntrypoint(command).withCmd());
    }
}
