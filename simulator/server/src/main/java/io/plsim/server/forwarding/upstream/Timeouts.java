package io.plsim.server.forwarding.upstream;

import java.time.Duration;

/**
 * How long an upstream may take. The defaults of {@code request} and {@code stream} are AgentCore's own limits (AgentCore
 * quotas: synchronous request 15 minutes, streaming and WebSocket 60 minutes).
 *
 * @param connect to accept a connection
 * @param request to say anything: the first byte of an answer, and every further one
 * @param stream until the end of an answer or of a WebSocket
 */
public record Timeouts(Duration connect, Duration request, Duration stream) {
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofMinutes(60));
}
