package io.plsim.server;

import io.plsim.policy.document.Readings;
import io.plsim.policy.document.Readings.AwsStar;
import io.plsim.policy.document.Readings.OAuthPrincipalKeys;
import io.plsim.policy.document.Readings.ToolSpellings;
import io.plsim.server.authentication.sigv4.SignatureRules;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.inbound.ResourceUrls;
import io.plsim.server.operation.OperationReadings;
import io.plsim.server.operation.OperationReadings.BrowserStreams;
import io.plsim.server.operation.OperationReadings.GatewayMetadata;
import io.plsim.server.operation.OperationReadings.IdentityResources;
import io.plsim.server.operation.OperationReadings.ResourceOwner;
import io.plsim.server.operation.OperationReadings.RuntimeResources;
import io.plsim.server.operation.OperationReadings.SessionStart;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The configured choices where AWS is silent, as the engine and the catalogue understand them. */
final class ConfiguredReadings {
    private ConfiguredReadings() {}

    static Readings policy(Configuration.@Nullable Readings chosen) throws InvalidConfigurationException {
        if (chosen == null) {
            return Readings.DEFAULT;
        }
        return new Readings(
                either("awsStar", chosen.awsStar(), "signedCallers", "everyone")
                        ? AwsStar.SIGNED_CALLERS
                        : AwsStar.EVERYONE,
                no(chosen.bothToolSpellings()) ? ToolSpellings.REFERENCE_ONLY : ToolSpellings.BOTH,
                either("oauthPrincipalKeys", chosen.oauthPrincipalKeys(), "absent", "anonymous")
                        ? OAuthPrincipalKeys.ABSENT
                        : OAuthPrincipalKeys.ANONYMOUS);
    }

    static OperationReadings operations(Configuration.@Nullable Readings chosen) throws InvalidConfigurationException {
        if (chosen == null) {
            return OperationReadings.DEFAULT;
        }
        return new OperationReadings(
                yes(chosen.runtimeEndpointToo())
                        ? RuntimeResources.RUNTIME_AND_ENDPOINT
                        : RuntimeResources.RUNTIME_ONLY,
                yes(chosen.identityParentsToo())
                        ? IdentityResources.EVERY_RESOURCE
                        : IdentityResources.WORKLOAD_IDENTITY_ONLY,
                no(chosen.browserStreamsOnBrowser()) ? BrowserStreams.ON_STAR : BrowserStreams.ON_BROWSER,
                yes(chosen.startSessionToo()) ? SessionStart.ALSO_START_SESSION : SessionStart.INVOKE_ONLY,
                either("resourceOwner", chosen.resourceOwner(), "configuration", "caller")
                        ? ResourceOwner.CONFIGURED_ACCOUNT
                        : ResourceOwner.CALLERS_ACCOUNT,
                no(chosen.gatewayMetadataJudged()) ? GatewayMetadata.NOT_JUDGED : GatewayMetadata.AS_INVOKE_GATEWAY);
    }

    static ResourceUrls urls(Configuration.@Nullable Readings chosen, String region)
            throws InvalidConfigurationException {
        boolean aws = chosen == null || either("metadataUrls", chosen.metadataUrls(), "aws", "asReached");
        return new ResourceUrls(region, !aws);
    }

    static SignatureRules signatures(Configuration.@Nullable Readings chosen) throws InvalidConfigurationException {
        if (chosen == null) {
            return SignatureRules.DEFAULT;
        }
        Integer seconds = chosen.presignedWebSocketSeconds();
        if (seconds != null && (seconds < 1 || seconds > SignatureRules.LONGEST.toSeconds())) {
            throw new InvalidConfigurationException("readings: presignedWebSocketSeconds is " + seconds
                    + "; it must be from 1 to " + SignatureRules.LONGEST.toSeconds() + ".");
        }
        Integer status = chosen.incompleteSignatureStatus();
        if (status != null && status != 400 && status != 403) {
            throw new InvalidConfigurationException(
                    "readings: incompleteSignatureStatus is " + status + "; it must be 403 or 400.");
        }
        return new SignatureRules(
                yes(chosen.unsignedPayload()),
                seconds == null ? SignatureRules.DEFAULT.webSocketLifetime() : Duration.ofSeconds(seconds),
                status == null ? SignatureRules.DEFAULT.incompleteStatus() : status);
    }

    /** True for the first of two names and when nothing is chosen. */
    private static boolean either(String key, @Nullable String value, String first, String second)
            throws InvalidConfigurationException {
        if (value == null || value.equals(first)) {
            return true;
        }
        if (value.equals(second)) {
            return false;
        }
        throw new InvalidConfigurationException(
                "readings: " + key + " is \"" + value + "\"; it must be " + first + " or " + second + ".");
    }

    private static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean no(@Nullable Boolean value) {
        return Boolean.FALSE.equals(value);
    }
}
