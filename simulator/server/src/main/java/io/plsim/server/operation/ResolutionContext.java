package io.plsim.server.operation;

import io.plsim.server.operation.OperationReadings.ResourceOwner;
import org.jspecify.annotations.Nullable;

/**
 * What resolving a request needs to know besides the request.
 *
 * @param partition the endpoint's partition, such as {@code aws}
 * @param region the endpoint's Region
 * @param ownerAccountId the configured account: owner of every resource named by a bare id
 * @param callerAccountId the account of a proven signature, null for everyone else
 * @param defaultGatewayId the gateway that is meant when the Host names none
 */
public record ResolutionContext(
        String partition,
        String region,
        String ownerAccountId,
        @Nullable String callerAccountId,
        String defaultGatewayId,
        OperationReadings readings) {

    /** The gateway that is meant when neither the Host nor the configuration names one. */
    public static final String UNCONFIGURED_GATEWAY_ID = "my-gateway-0123456789";

    /** The same for one caller; null for a caller without an account. */
    public ResolutionContext forCaller(@Nullable String accountId) {
        return new ResolutionContext(partition, region, ownerAccountId, accountId, defaultGatewayId, readings);
    }

    /** The partition that a Region belongs to. */
    public static String partitionOf(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The account of a resource that the request names by a bare id. */
    String accountOfBareIds() {
        String caller = callerAccountId;
        return caller != null && readings.resourceOwner() == ResourceOwner.CALLERS_ACCOUNT ? caller : ownerAccountId;
    }
}
