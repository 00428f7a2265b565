package io.plsim.policy.request;

/**
 * One question to a policy: may this principal do this action on this resource in this context?
 *
 * @param principal who asks
 * @param action with its prefix, such as {@code bedrock-agentcore:InvokeAgentRuntime}
 * @param resource the ARN asked about, or {@code *} for actions without resource-level permissions
 * @param context exactly what the request carries
 */
public record AuthorizationRequest(Principal principal, String action, String resource, ContextKeys context) {}
