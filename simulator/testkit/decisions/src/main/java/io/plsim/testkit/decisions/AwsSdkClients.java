package io.plsim.testkit.decisions;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Points clients of the AWS SDK for Java v2 at a simulator. Needs {@code software.amazon.awssdk:aws-core}. */
public final class AwsSdkClients {
    private final PrivateLinkSimulator simulator;

    public AwsSdkClients(PrivateLinkSimulator simulator) {
        this.simulator = simulator;
    }

    /** Sets endpoint, Region and the credentials of the first caller. */
    public <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
        return configure(builder, simulator.getPrincipals().get(0));
    }

    /** Sets endpoint, Region and a caller's credentials. */
    public <B extends AwsClientBuilder<B, ?>> B configure(B builder, SimulatedPrincipal caller) {
        return builder.endpointOverride(simulator.getEndpoint())
                .region(Region.of(simulator.getRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials(caller)));
    }

    /** A caller's credentials as the SDK takes them. */
    public static AwsCredentials credentials(SimulatedPrincipal caller) {
        String session = caller.sessionToken();
        return session == null
                ? AwsBasicCredentials.create(caller.accessKeyId(), caller.secretAccessKey())
                : AwsSessionCredentials.create(caller.accessKeyId(), caller.secretAccessKey(), session);
    }
}
