package io.plsim.server.operation;

import java.util.List;
import java.util.Map;

/**
 * One thing the endpoint policy is asked about a request.
 *
 * @param action with its prefix
 * @param resource an ARN, or {@code *}
 * @param contextKeys the service's own keys that this action carries and this request fills, such as
 *     {@code bedrock-agentcore:actorId}
 */
public record Question(String action, String resource, Map<String, List<String>> contextKeys) {}
