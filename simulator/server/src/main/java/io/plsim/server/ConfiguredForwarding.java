package io.plsim.server;

import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Settings;
import io.plsim.server.forwarding.Destinations;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.forwarding.container.AgentContainer;
import io.plsim.server.forwarding.container.ContainerForwarder;
import io.plsim.server.forwarding.upstream.Timeouts;
import io.plsim.server.forwarding.upstream.UpstreamClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where allowed requests go, as the configuration says it; the HTTP client exists only if something needs it. */
final class ConfiguredForwarding implements AutoCloseable {
    private final Forwarder forwarder;
    private final String description;
    private final @Nullable UpstreamClient client;

    private ConfiguredForwarding(Forwarder forwarder, String description, @Nullable UpstreamClient client) {
        this.forwarder = forwarder;
        this.description = description;
        this.client = client;
    }

    /**
     * Reads {@code forwarding} and the {@code forwardTo} of runtimes.
     *
     * @param stubs answer where nothing else is configured
     */
    static ConfiguredForwarding of(Settings settings, Forwarder stubs) throws InvalidConfigurationException {
        ConfiguredUpstream upstream = ConfiguredUpstream.of(settings);
        List<AgentContainer> containers =
                ConfiguredContainers.of(settings.file().resources());
        String description = description(upstream, containers);
        if (upstream.isStub() && containers.isEmpty()) {
            return new ConfiguredForwarding(stubs, description, null);
        }
        UpstreamClient client = new UpstreamClient(timeouts(settings.file().forwarding()));
        Map<String, ContainerForwarder> byRuntime = new LinkedHashMap<>();
        for (AgentContainer container : containers) {
            byRuntime.put(container.runtimeId(), new ContainerForwarder(container, client));
        }
        Forwarder rest = upstream.forwarder(client).orElse(stubs);
        return new ConfiguredForwarding(new Destinations(byRuntime, stubs, rest), description, client);
    }

    Forwarder forwarder() {
        return forwarder;
    }

    /** A line for the banner. */
    String description() {
        return description;
    }

    private static String description(ConfiguredUpstream upstream, List<AgentContainer> containers) {
        String runtimes = containers.stream()
                .map(container -> "; runtime " + container.runtimeId() + " at " + container.server() + " ("
                        + container.protocol() + ")")
                .collect(Collectors.joining());
        return upstream.description() + runtimes;
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

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
