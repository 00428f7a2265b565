package io.plsim.clients;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreAsyncClient;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** The signed callers of the default configuration, and SDK clients for them. */
enum Callers {
    ALICE(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")),
    BOB(AwsBasicCredentials.create("AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY")),
    SESSION(AwsSessionCredentials.create(
            "ASIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "EXAMPLESESSIONTOKEN")),
    MALLORY(AwsBasicCredentials.create("AKIAOUTSIDER0EXAMPLE", "outsiderSecret0outsiderSecret0outsider00"));

    private final AwsCredentials credentials;

    Callers(AwsCredentials credentials) {
        this.credentials = credentials;
    }

    AwsCredentials credentials() {
        return credentials;
    }

    BedrockAgentCoreClient client(URI endpoint) {
        return client(endpoint, credentials);
    }

    static BedrockAgentCoreClient client(URI endpoint, AwsCredentials credentials) {
        return BedrockAgentCoreClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(config -> config.retryPolicy(RetryPolicy.none()))
                .build();
    }

    BedrockAgentCoreAsyncClient asyncClient(URI endpoint) {
        return BedrockAgentCoreAsyncClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(config -> config.retryPolicy(RetryPolicy.none()))
                .build();
    }
}
