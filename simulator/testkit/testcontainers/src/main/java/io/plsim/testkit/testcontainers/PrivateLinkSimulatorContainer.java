package io.plsim.testkit.testcontainers;

import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.PolicyNotAttachedException;
import io.plsim.testkit.decisions.PrivateLinkSimulator;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import io.plsim.testkit.decisions.SimulatorConsole;
import io.plsim.testkit.testcontainers.ReadyOrStopped.ContainerStoppedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * The simulator in a container: ready when {@link #start()} returns, on free ports of the host. Without a policy it has
 * AWS's default, full access.
 */
public class PrivateLinkSimulatorContainer extends GenericContainer<PrivateLinkSimulatorContainer>
        implements PrivateLinkSimulator {
    private static final DockerImageName IMAGE = DockerImageName.parse("plsim");
    private static final String FOLDER = "/etc/plsim/";
    private static final int DATA_PLANE = 4650;
    private static final int CONSOLE = 4651;
    private static final int GATEWAY = 4652;
    private static final int TLS = 4653;
    private static final Pattern POLICY_ERROR = Pattern.compile("^\\S*policies/endpoint\\.json(:\\d+:\\d+: )");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ContainerConfiguration configuration = new ContainerConfiguration();
    private @Nullable String policySource;
    private @Nullable Network privateDns;
    private @Nullable SimulatorConsole console;
    private @Nullable Decisions decisions;

    /** The image of this artifact's own version. */
    public PrivateLinkSimulatorContainer() {
        this(IMAGE.withTag(ownVersion()));
    }

    /** An image by name, such as {@code my.registry/plsim:1.2}: another name than plsim must be declared a substitute. */
    public PrivateLinkSimulatorContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /** An image that is plsim or {@link DockerImageName#asCompatibleSubstituteFor declared a substitute} for it. */
    public PrivateLinkSimulatorContainer(DockerImageName image) {
        super(image);
        image.assertCompatibleWith(IMAGE);
        withExposedPorts(DATA_PLANE, CONSOLE, GATEWAY, TLS);
        waitingFor(new ReadyOrStopped(CONSOLE).withStartupTimeout(PATIENCE));
    }

    /** The data-plane endpoint's policy, as JSON. */
    public PrivateLinkSimulatorContainer withPolicy(String json) {
        return policy(json, "policy");
    }

    /** The data-plane endpoint's policy, as a resource of the test's class path. */
    public PrivateLinkSimulatorContainer withPolicyFromClasspath(String resource) {
        ClassLoader loader = Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), getClass().getClassLoader());
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "classpath:" + resource + " is not there; put the file below src/test/resources.");
            }
            return policy(new String(in.readAllBytes(), StandardCharsets.UTF_8), "classpath:" + resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private PrivateLinkSimulatorContainer policy(String json, String source) {
        policySource = source;
        configuration.policy("policies/endpoint.json");
        return withCopyToContainer(Transferable.of(json), FOLDER + "policies/endpoint.json");
    }

    /** One more caller that may sign, before the {@linkplain SimulatedPrincipal#DEFAULTS usual ones}. */
    public PrivateLinkSimulatorContainer withPrincipal(SimulatedPrincipal principal) {
        configuration.principal(principal);
        return this;
    }

    /** One more caller with long-lived credentials that may sign, before the usual ones. */
    public PrivateLinkSimulatorContainer withPrincipal(String accessKeyId, String secretAccessKey, String arn) {
        return withPrincipal(SimulatedPrincipal.of(accessKeyId, secretAccessKey, arn));
    }

    /** The Region of the endpoints and of signatures; us-east-1 unless told otherwise. */
    public PrivateLinkSimulatorContainer withRegion(String region) {
        configuration.region(region);
        return this;
    }

    /** A gateway that exists beside the default one; with private DNS it has its own name. */
    public PrivateLinkSimulatorContainer withGateway(String id) {
        configuration.gateway(id);
        return this;
    }

    /**
     * Private DNS on a Docker network: inside it, AWS's own names lead here, TLS on port 443; containers trust
     * {@link #getCaCertificatePem()} and need no endpoint setting. Names are the Region's, the endpoints' and, for want
     * of wildcards in Docker, those of the default and the {@linkplain #withGateway declared} gateways.
     */
    public PrivateLinkSimulatorContainer withPrivateDns(Network network) {
        privateDns = network;
        return withNetwork(network);
    }

    /** Requests for any runtime go to a local agent container, at an address that this container can reach. */
    public PrivateLinkSimulatorContainer withForwardTo(URI agent) {
        return withForwardTo("*", agent);
    }

    /** Requests for one runtime go to a local agent container, at an address that this container can reach. */
    public PrivateLinkSimulatorContainer withForwardTo(String runtimeId, URI agent) {
        configuration.forward(runtimeId, agent);
        return this;
    }

    @Override
    protected void configure() {
        if (privateDns != null) {
            configuration.privateNames().forEach(this::withNetworkAliases);
        }
        withCopyToContainer(Transferable.of(configuration.write(getHost())), FOLDER + "config.yaml");
    }

    @Override
    protected void doStart() {
        try {
            super.doStart();
        } catch (ContainerLaunchException failed) {
            List<String> policyErrors = policyErrors(failed);
            throw policyErrors.isEmpty() ? failed : new PolicyNotAttachedException(policyErrors);
        }
    }

    /** The lines with which the simulator refused its policy, naming the test's file instead of the container's. */
    private List<String> policyErrors(Throwable failure) {
        for (Throwable cause = failure; cause != null && policySource != null; cause = cause.getCause()) {
            if (cause instanceof ContainerStoppedException stopped) {
                String source = Matcher.quoteReplacement(policySource);
                return stopped.log()
                        .lines()
                        .filter(line -> POLICY_ERROR.matcher(line).find())
                        .map(line -> POLICY_ERROR.matcher(line).replaceFirst(source + "$1"))
                        .toList();
            }
        }
        return List.of();
    }

    @Override
    public URI getEndpoint() {
        return http(DATA_PLANE);
    }

    @Override
    public URI getGatewayEndpoint() {
        return http(GATEWAY);
    }

    @Override
    public URI getHttpsEndpoint() {
        return URI.create("https://" + getHost() + ":" + getMappedPort(TLS));
    }

    @Override
    public URI getConsoleUri() {
        return http(CONSOLE);
    }

    private URI http(int port) {
        return URI.create("http://" + getHost() + ":" + getMappedPort(port));
    }

    @Override
    public String getRegion() {
        return configuration.region();
    }

    @Override
    public List<SimulatedPrincipal> getPrincipals() {
        return configuration.principals();
    }

    @Override
    public synchronized SimulatorConsole console() {
        if (console == null) {
            console = SimulatorConsole.at(getConsoleUri());
        }
        return console;
    }

    @Override
    public synchronized Decisions decisions() {
        if (decisions == null) {
            decisions = new Decisions(console());
        }
        return decisions;
    }

    /** Forgets decisions and the stubs' state, for the next test; policies stay. */
    public synchronized void reset() {
        console().reset();
        decisions = null;
    }

    private static String ownVersion() {
        Properties properties = new Properties();
        try (InputStream in = PrivateLinkSimulatorContainer.class.getResourceAsStream("image.properties")) {
            properties.load(Objects.requireNonNull(in, "image.properties is part of this artifact"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty("version");
    }
}
