package io.plsim.server;

import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.forwarding.container.AgentContainer;
import io.plsim.server.forwarding.container.AgentProtocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runtimes whose agents are containers of the developer's own. */
final class ConfiguredContainers {
    private ConfiguredContainers() {}

    static List<AgentContainer> of(Configuration.@Nullable Resources resources) throws InvalidConfigurationException {
        Map<String, AgentContainer> containers = new LinkedHashMap<>();
        for (Configuration.Runtime runtime : ConfiguredResources.runtimes(resources)) {
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
            if (runtime.requestHeaderAllowlist() != null) {
                throw new InvalidConfigurationException("resources.runtimes: the requestHeaderAllowlist of "
                        + runtime.id() + " says how a container is called; add its forwardTo.");
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
}
