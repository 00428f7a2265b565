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
 * context keys"), from the caller and the request only. {@code aws:SourceIp} is absent through an endpoint, and what the
 * endpoint knows overrides whatever else has the same name.
 */
public final class ContextKeyCollector {
    private final Clock clock;
    private final @Nullable String vpcSourceIp;
    private final OAuthPrincipalKeys oauthKeys;
    private final ResourceTags tags;
    private final boolean secureTransport;

    /** The tags of a resource by its ARN. */
    @FunctionalInterface
    public interface ResourceTags {
        Map<String, String> of(String resourceArn);
    }

    /** A collector; with {@code vpcSourceIp} null the peer's address is the source. */
    public ContextKeyCollector(
            Clock clock, @Nullable String vpcSourceIp, OAuthPrincipalKeys oauthKeys, ResourceTags tags) {
        this(clock, vpcSourceIp, oauthKeys, tags, true);
    }

    /**
     * The same with a say in {@code aws:SecureTransport}. A real endpoint speaks TLS only, so it is true by default, also
     * over the plain HTTP that is this simulator's convenience.
     */
    public ContextKeyCollector(
            Clock clock,
            @Nullable String vpcSourceIp,
            OAuthPrincipalKeys oauthKeys,
            ResourceTags tags,
            boolean secureTransport) {
        this.clock = clock;
        this.vpcSourceIp = vpcSourceIp;
        this.oauthKeys = oauthKeys;
        this.tags = tags;
        this.secureTransport = secureTransport;
    }

    /** The time of a request: taken once, so that all its questions are asked at the same moment. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    ContextKeys collect(VpcEndpoint endpoint, InboundRequest request, Caller caller, Question question, Instant now) {
        ContextKeys.Builder keys = ContextKeys.builder()
                .putAll(question.contextKeys())
                .putAll(caller.contextKeys())
                .put("aws:SourceVpce", endpoint.id())
                .put("aws:SourceVpc", endpoint.vpcId())
                .put("aws:VpcSourceIp", vpcSourceIp == null ? withoutZone(request.peerAddress()) : vpcSourceIp)
                .put("aws:RequestedRegion", endpoint.region())
                .put("aws:SecureTransport", Boolean.toString(secureTransport))
                .put("aws:ViaAWSService", "false")
                .put("aws:CurrentTime", now.toString())
                .put("aws:EpochTime", Long.toString(now.getEpochSecond()));
        request.headers().first("User-Agent").ifPresent(agent -> keys.put("aws:UserAgent", agent));
        request.headers().first("Referer").ifPresent(referer -> keys.put("aws:referer", referer));
        resourceAccount(question.resource()).ifPresent(account -> keys.put("aws:ResourceAccount", account));
        tags.of(question.resource()).forEach((name, value) -> keys.put("aws:ResourceTag/" + name, value));
        return PrincipalKeys.complete(keys.build(), caller.principal(), oauthKeys);
    }

    /** {@code fe80::1%eth0} is an address and the name of an interface; only the address is a key's value. */
    private static String withoutZone(String address) {
        int percent = address.indexOf('%');
        return percent < 0 ? address : address.substring(0, percent);
    }

    /** The account in the ARN; the literal {@code aws} of system tools is no account. */
    private static Optional<String> resourceAccount(String arn) {
        String[] parts = arn.split(":", 6);
        boolean account = parts.length == 6 && !parts[4].isEmpty() && !parts[4].equals("aws");
        return account ? Optional.of(parts[4]) : Optional.empty();
    }
}
