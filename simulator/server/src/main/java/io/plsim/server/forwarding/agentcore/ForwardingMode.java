package io.plsim.server.forwarding.agentcore;

/** How a request changes on its way to AgentCore. */
public enum ForwardingMode {
    /** Not at all, Host included: the client's own signature stays valid. */
    PASSTHROUGH,
    /** A signed one loses its signature and gets one of the simulator's own AWS identity; bearer tokens stay. */
    RESIGN,
    /** It gets the upstream's Host; for upstreams that check no signature. */
    URL
}
