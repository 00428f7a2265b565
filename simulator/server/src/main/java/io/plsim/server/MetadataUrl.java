package io.plsim.server;

import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.InboundRequest;

/** Where a resource's OAuth protected-resource metadata is, as the 401 of a bearer-only resource names it. */
final class MetadataUrl {
    private MetadataUrl() {}

    static String of(InboundRequest request, String region) {
        if (request.service() == EndpointService.GATEWAY) {
            return "https://" + request.host() + "/.well-known/oauth-protected-resource";
        }
        String[] segments = request.rawPath().split("/", 4);
        String runtime = segments.length > 2 ? segments[2] : "";
        return "https://bedrock-agentcore." + region + ".amazonaws.com/runtimes/" + runtime
                + "/invocations/.well-known/oauth-protected-resource?qualifier=DEFAULT";
    }
}
