package io.plsim.testkit.junit;

import io.plsim.testkit.decisions.AwsSdkClients;
import io.plsim.testkit.decisions.PrivateLinkSimulator;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** What the tests of this module ask of a simulator: one call of an agent. */
final class Agent {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Agent() {}

    /** Calls an agent as a caller who signs; the answer's status. */
    static int invoke(PrivateLinkSimulator simulator, SimulatedPrincipal caller, String agent) {
        try (BedrockAgentCoreClient client = new AwsSdkClients(simulator)
                .configure(BedrockAgentCoreClient.builder(), caller)
                .overrideConfiguration(config -> config.retryPolicy(RetryPolicy.none()))
                .build()) {
            client.invokeAgentRuntimeAsBytes(request -> request.agentRuntimeArn(
                            "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/" + agent)
                    .payload(SdkBytes.fromUtf8String("{\"prompt\": \"hello\"}")));
            return 200;
        } catch (AwsServiceException refused) {
            return refused.statusCode();
        }
    }

    /** Calls an agent with a bearer token; the answer's status. */
    static int invokeWithToken(PrivateLinkSimulator simulator, String agent) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(simulator.getEndpoint() + "/runtimes/" + agent
                                        + "/invocations?accountId=111122223333"))
                                .header("Authorization", "Bearer " + simulator.oauthToken())
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
