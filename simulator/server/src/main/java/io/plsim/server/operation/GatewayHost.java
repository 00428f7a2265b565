package io.plsim.server.operation;

import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.InboundRequest;
import java.util.Locale;

/** Which gateway a Host names: the first label of {@code <id>.gateway....}, every other Host means the default one. */
final class GatewayHost {
    private GatewayHost() {}

    static String id(InboundRequest request, ResolutionContext context) throws MalformedRequestException {
        if (request.service() != EndpointService.GATEWAY) {
            return context.defaultGatewayId();
        }
        String host = request.host().toLowerCase(Locale.ROOT);
        int dot = host.indexOf('.');
        if (dot < 0 || !host.startsWith("gateway.", dot + 1) || isEndpointsOwnName(host)) {
            return context.defaultGatewayId();
        }
        String id = host.substring(0, dot);
        if (!AgentCoreArn.isId(id)) {
            throw new MalformedRequestException("The Host does not begin with a gateway id");
        }
        return id;
    }

    /** {@code vpce-....gateway.bedrock-agentcore.REGION.vpce.amazonaws.com} names the endpoint, not a gateway. */
    private static boolean isEndpointsOwnName(String host) {
        return host.startsWith("vpce-") && host.contains(".vpce.");
    }
}
