package io.plsim.server.enforcement;

import io.plsim.policy.document.Readings.OAuthPrincipalKeys;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.request.PrincipalKeys;
import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Question;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The global context keys that a request carries at an interface endpoint (IAM User Guide, "AWS global condition
 * context keys"), from the caller and the request only. {@code aws:SourceIp} is absent through an endpoint.
 */
public final class ContextKeyCollector {
    private final Clock clock;
    private final @Nullable String vpcSourceIp;
    private final OAuthPrincipalKeys oauthKeys;
    private final ResourceTags tags;

    /** The tags of a resource by its ARN. */
    @FunctionalInterface
    public interface ResourceTags {
        Map<String, String> of(String resourceArn);
    }

    /** A collector; with {@code vpcSourceIp} null the peer's address is the source. */
    public ContextKeyCollector(
            Clock clock, @Nullable String vpcSourceIp, OAuthPrincipalKeys oauthKeys, ResourceTags tags) {
        this.clock = clock;
        this.vpcSourceIp = vpcSourceIp;
        this.oauthKeys = oauthKeys;
        this.tags = tags;
    }

    ContextKeys collect(VpcEndpoint endpoint, InboundRequest request, Caller caller, Question question) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ContextKeys.Builder keys = ContextKeys.builder()
                .put("aws:SourceVpce", endpoint.id())
                .put("aws:SourceVpc", endpoint.vpcId())
                .put("aws:VpcSourceIp", vpcSourceIp == null ? request.peerAddress() : vpcSourceIp)
                .put("aws:RequestedRegion", endpoint.region())
                // A real endpoint speaks TLS only; plain HTTP is this simulator's convenience.
                .put("aws:SecureTransport", "true")
                .put("aws:ViaAWSService", "false")
                .put("aws:CurrentTime", now.toString())
                .put("aws:EpochTime", Long.toString(now.getEpochSecond()));
        request.headers().first("User-Agent").ifPresent(agent -> keys.put("aws:UserAgent", agent));
        request.headers().first("Referer").ifPresent(referer -> keys.put("aws:referer", referer));
        resourceAccount(question.resource()).ifPresent(account -> keys.put("aws:ResourceAccount", account));
        tags.of(question.resource()).forEach((name, value) -> keys.put("aws:ResourceTag/" + name, value));
        keys.putAll(question.contextKeys());
        keys.putAll(caller.contextKeys());
        return PrincipalKeys.complete(keys.build(), caller.principal(), oauthKeys);
    }

    /** The account in the ARN; the literal {@code aws} of system tools is no account. */
    private static Optional<String> resourceAccount(String arn) {
        String[] parts = arn.split(":", 6);
        boolean account = parts.length == 6 && !parts[4].isEmpty() && !parts[4].equals("aws");
        return account ? Optional.of(parts[4]) : Optional.empty();
    }
}
