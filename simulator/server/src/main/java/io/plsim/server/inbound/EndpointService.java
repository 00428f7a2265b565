package io.plsim.server.inbound;

/** The two kinds of AgentCore interface endpoint that carry data-plane traffic. */
public enum EndpointService {
    DATA_PLANE("bedrock-agentcore"),
    GATEWAY("bedrock-agentcore.gateway");

    private final String suffix;

    EndpointService(String suffix) {
        this.suffix = suffix;
    }

    /** The last part of the service name, as it is written in the configuration. */
    public String suffix() {
        return suffix;
    }

    /** The full service name in a region, such as {@code com.amazonaws.us-east-1.bedrock-agentcore}. */
    public String serviceName(String region) {
        return "com.amazonaws." + region + "." + suffix;
    }
}
