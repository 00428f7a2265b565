package io.plsim.server.authentication.sigv4;

import java.time.Duration;

/**
 * The choices of signature verification that AWS does not document for AgentCore; docs/fidelity/authentication.md has
 * the reasons.
 *
 * @param unsignedPayload whether a declared {@code UNSIGNED-PAYLOAD} or {@code STREAMING-...} is accepted; the body is
 *     then not covered by the signature
 * @param webSocketLifetime the longest life of a presigned WebSocket handshake
 * @param incompleteStatus the HTTP status of IncompleteSignatureException: 403 or 400
 */
public record SignatureRules(boolean unsignedPayload, Duration webSocketLifetime, int incompleteStatus) {
    /** How far a signature's date may be from the clock, both ways. */
    static final Duration WINDOW = Duration.ofMinutes(5);
    /** The longest life of a presigned request that is no WebSocket handshake. */
    public static final Duration LONGEST = Duration.ofDays(7);

    public static final SignatureRules DEFAULT = new SignatureRules(false, Duration.ofMinutes(5), 403);
}
