package io.plsim.server.forwarding.agentcore;

import io.plsim.server.operation.Operation.ResourceKind;
import io.plsim.server.operation.Resolution.Resolved;
import java.net.URI;
import java.util.Optional;

/**
 * Where AgentCore is: the public names of a Region, or configured addresses in their place.
 *
 * @param region whose names are meant
 * @param dnsSuffix such as {@code amazonaws.com}
 * @param dataPlane connected to instead of the Region's data plane
 * @param gateways connected to instead of a gateway's own name
 */
public record AgentCoreAddress(String region, String dnsSuffix, Optional<URI> dataPlane, Optional<URI> gateways) {

    /** What to connect to. */
    URI server(Resolved operation) {
        return isGateway(operation)
                ? gateways.orElseGet(() -> URI.create("https://" + gatewayName(operation)))
                : dataPlane.orElseGet(() -> URI.create("https://bedrock-agentcore." + region + "." + dnsSuffix));
    }

    /** The Host that AgentCore knows it by: a gateway is its name, whatever address it has. */
    String host(Resolved operation) {
        return isGateway(operation) ? gatewayName(operation) : server(operation).getRawAuthority();
    }

    private String gatewayName(Resolved operation) {
        return operation.resourceId().orElse("unnamed") + ".gateway.bedrock-agentcore." + region + "." + dnsSuffix;
    }

    private static boolean isGateway(Resolved operation) {
        return operation.operation().resourceKind() == ResourceKind.GATEWAY;
    }
}
