package io.plsim.server;

import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Settings;
import io.plsim.server.forwarding.Destinations;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.forwarding.container.AgentContainer;
import io.plsim.server.forwarding.container.AgentProtocol;
import io.plsim.server.forwarding.container.ContainerForwarder;
import io.plsim.server.forwarding.upstream.Timeouts;
import io.plsim.server.forwarding.upstream.UpstreamClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where allowed requests go, as the configuration says it; the HTTP client exists only if something needs it. */
final class ConfiguredForwarding implements AutoCloseable {
    private final Forwarder forwarder;
    private final @Nullable UpstreamClient client;

    private ConfiguredForwarding(Forwarder forwarder, @Nullable UpstreamClient client) {
        this.forwarder = forwarder;
        this.client = client;
    }

    /**
     * Reads {@code forwarding} and the {@code forwardTo} of runtimes.
     *
     * @param stubs answer where nothing else is configured
     */
    static ConfiguredForwarding of(Settings settings, Forwarder stubs) throws InvalidConfigurationException {
        Configuration.Forwarding forwarding = settings.file().forwarding();
        List<AgentContainer> containers = containers(settings.file().resources());
        if (forwarding != null
                && forwarding.mode() != null
                && !forwarding.mode().equals("stub")) {
            throw new InvalidConfigurationException(
                    "forwarding: mode \"" + forwarding.mode() + "\" is not supported yet; it must be stub.");
        }
        if (containers.isEmpty()) {
            return new ConfiguredForwarding(stubs, null);
        }
        UpstreamClient client = new UpstreamClient(timeouts(forwarding));
        Map<String, ContainerForwarder> byRuntime = new LinkedHashMap<>();
        for (AgentContainer container : containers) {
            byRuntime.put(container.runtimeId(), new ContainerForwarder(container, client));
        }
        return new ConfiguredForwarding(new Destinations(byRuntime, stubs, stubs), client);
    }

    Forwarder forwarder() {
        return forwarder;
    }

    private static Timeouts timeouts(Configuration.@Nullable Forwarding forwarding)
            throws InvalidConfigurationException {
        if (forwarding == null) {
            return Timeouts.DEFAULT;
        }
        return new Timeouts(
                seconds("connectTimeoutSeconds", forwarding.connectTimeoutSeconds(), Timeouts.DEFAULT.connect()),
                seconds("requestTimeoutSeconds", forwarding.requestTimeoutSeconds(), Timeouts.DEFAULT.request()),
                seconds("streamTimeoutSeconds", forwarding.streamTimeoutSeconds(), Timeouts.DEFAULT.stream()));
    }

    private static Duration seconds(String key, @Nullable Integer configured, Duration otherwise)
            throws InvalidConfigurationException {
        if (configured != null && configured < 1) {
            throw new InvalidConfigurationException("forwarding: " + key + " must be at least 1.");
        }
        return configured == null ? otherwise : Duration.ofSeconds(configured);
    }

    private static List<AgentContainer> containers(Configuration.@Nullable Resources resources)
            throws InvalidConfigurationException {
        Map<String, AgentContainer> containers = new LinkedHashMap<>();
        List<Configuration.Runtime> runtimes =
                resources == null ? List.of() : Objects.requireNonNullElse(resources.runtimes(), List.of());
        for (Configuration.Runtime runtime : runtimes) {
            Optional<AgentContainer> container = container(runtime);
            if (container.isPresent() && containers.put(runtime.id(), container.get()) != null) {
                throw new InvalidConfigurationException(
                        "resources.runtimes: " + runtime.id() + " is there twice with a forwardTo.");
            }
        }
        return List.copyOf(containers.values());
    }

    private static Optional<AgentContainer> container(Configuration.Runtime runtime)
            throws InvalidConfigurationException {
        String forwardTo = runtime.forwardTo();
        if (forwardTo == null) {
            if (runtime.protocol() != null || runtime.requestHeaderAllowlist() != null) {
                throw new InvalidConfigurationException("resources.runtimes: protocol and requestHeaderAllowlist of "
                        + runtime.id() + " say how a container is called; add its forwardTo.");
            }
            return Optional.empty();
        }
        try {
            AgentProtocol protocol = protocol(runtime);
            return Optional.of(new AgentContainer(
                    runtime.id(),
                    AgentContainer.address(runtime.id(), forwardTo, protocol),
                    protocol,
                    Objects.requireNonNullElse(runtime.requestHeaderAllowlist(), List.of()),
                    runtime.authorizer() != null && runtime.authorizer().customJWTAuthorizer() != null));
        } catch (IllegalArgumentException wrong) {
            throw new InvalidConfigurationException("resources.runtimes: " + wrong.getMessage());
        }
    }

    private static AgentProtocol protocol(Configuration.Runtime runtime) {
        if (runtime.protocol() == null) {
            return AgentProtocol.HTTP;
        }
        return AgentProtocol.named(runtime.protocol())
                .orElseThrow(() -> new IllegalArgumentException("protocol of " + runtime.id() + " is \""
                        + runtime.protocol() + "\"; it must be HTTP, MCP, A2A or AGUI."));
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
