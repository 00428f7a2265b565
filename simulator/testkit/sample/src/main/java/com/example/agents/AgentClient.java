package com.example.agents;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.AccessDeniedException;

/** Asks an agent that runs on AgentCore. */
public final class AgentClient {
    private final BedrockAgentCoreClient agentCore;
    private final String agentArn;

    public AgentClient(BedrockAgentCoreClient agentCore, String agentArn) {
        this.agentCore = agentCore;
        this.agentArn = agentArn;
    }

    /** What the agent answers to a prompt, as JSON. */
    public String ask(String prompt) {
        try {
            return agentCore
                    .invokeAgentRuntimeAsBytes(request -> request.agentRuntimeArn(agentArn)
                            .payload(SdkBytes.fromUtf8String("{\"prompt\": \"" + prompt + "\"}")))
                    .asUtf8String();
        } catch (AccessDeniedException denied) {
            throw new NotAllowedException("You may not talk to " + agentArn, denied);
        }
    }

    /** The caller, or the network the call came through, has no access to the agent. */
    public static final class NotAllowedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAllowedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
