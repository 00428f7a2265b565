package io.plsim.server.forwarding;

import io.plsim.server.authentication.Caller;
import io.plsim.server.forwarding.container.ContainerForwarder;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Operation.ResourceKind;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Who answers: a runtime's own container, what the container's platform answers for it, or what the mode of forwarding
 * says for everything else.
 */
public final class Destinations implements Forwarder {
    /** The id of a runtime that stands for all. */
    private static final String ANY = "*";

    private final Map<String, ContainerForwarder> containers;
    private final Forwarder platform;
    private final Forwarder rest;

    /**
     * The destinations of a simulator.
     *
     * @param containers by the runtime's id; the one of {@code *} serves every runtime that has none of its own
     * @param platform answers for a runtime with a container what is not the container's, such as stopping a session
     * @param rest answers for everything else
     */
    public Destinations(Map<String, ContainerForwarder> containers, Forwarder platform, Forwarder rest) {
        this.containers = Map.copyOf(containers);
        this.platform = platform;
        this.rest = rest;
    }

    @Override
    public CompletionStage<Forwarded> forward(InboundRequest request, Resolved operation, Caller caller)
            throws IOException {
        return of(operation).forward(request, operation, caller);
    }

    @Override
    public String destination(Resolved operation) {
        return of(operation).destination(operation);
    }

    private Forwarder of(Resolved operation) {
        if (containers.isEmpty() || operation.operation().resourceKind() != ResourceKind.RUNTIME) {
            return rest;
        }
        ContainerForwarder container = operation
                .resourceId()
                .map(id -> containers.getOrDefault(id, containers.get(ANY)))
                .orElse(null);
        if (container == null) {
            return rest;
        }
        return container.serves(operation) ? container : platform;
    }
}
