package io.plsim.server.forwarding.container;

import java.util.Optional;

/**
 * What an agent container speaks, as a runtime's {@code serverProtocol} names it; each has its port and its path.
 * Follows the AgentCore developer guide, "Understand the AgentCore Runtime service contract".
 */
public enum AgentProtocol {
    HTTP(8080, "/invocations"),
    MCP(8000, "/mcp"),
    A2A(9000, "/"),
    AGUI(8080, "/invocations");

    private final int port;
    private final String path;

    AgentProtocol(int port, String path) {
        this.port = port;
        this.path = path;
    }

    /** Where its container listens. */
    public int port() {
        return port;
    }

    /** Where its container takes invocations. */
    String path() {
        return path;
    }

    /** Whether bodies are JSON-RPC messages, and errors too. */
    boolean jsonRpc() {
        return this == MCP || this == A2A;
    }

    public static Optional<AgentProtocol> named(String name) {
        for (AgentProtocol protocol : values()) {
            if (protocol.name().equals(name)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }
}
