package io.plsim.clients;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** A client for a container of its own: the SDK as in production, with no endpoint set. */
final class DockerClient {
    private DockerClient() {}

    /** Arguments: access key, secret, agent's ARN. Prints the answer. */
    public static void main(String[] arguments) {
        try (BedrockAgentCoreClient client = BedrockAgentCoreClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(arguments[0], arguments[1])))
                .httpClient(ApacheHttpClient.create())
                .build()) {
            System.out.println(client.invokeAgentRuntimeAsBytes(request -> request.agentRuntimeArn(arguments[2])
                            .payload(SdkBytes.fromUtf8String("{\"prompt\": \"by name\"}")))
                    .asUtf8String());
        }
    }
}
