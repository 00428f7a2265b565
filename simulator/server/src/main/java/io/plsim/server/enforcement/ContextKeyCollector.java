package io.plsim.server.enforcement;

import io.plsim.policy.request.ContextKeys;
import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Question;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects the condition keys of one question as they are at an interface endpoint: what the endpoint knows, what the
 * proven caller brings, what the request says in the places the reference names. {@code aws:SourceIp} is never there,
 * because traffic through an endpoint has none; forwarding headers are ignored. Keys that follow from the principal
 * itself ({@code aws:PrincipalArn}, ...) are the policy engine's business.
 *
 * <p>Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
public final class ContextKeyCollector {
    private final EndpointIdentity endpoint;
    private final @Nullable String vpcSourceIp;
    private final boolean secureTransport;
    private final ResourceTags tags;

    /**
     * A collector for one endpoint.
     *
     * @param vpcSourceIp what {@code aws:VpcSourceIp} says; null for the peer's address
     * @param secureTransport what {@code aws:SecureTransport} says: true at a real endpoint, which speaks TLS only, and so
     *     by default also where the simulator is reached over plain HTTP
     */
    public ContextKeyCollector(
            EndpointIdentity endpoint, @Nullable String vpcSourceIp, boolean secureTransport, ResourceTags tags) {
        this.endpoint = endpoint;
        this.vpcSourceIp = vpcSourceIp;
        this.secureTransport = secureTransport;
        this.tags = tags;
    }

    /** The keys of one question; what the endpoint knows overrides whatever else has the same name. */
    public ContextKeys collect(InboundRequest request, Caller caller, Question question, Instant now) {
        ContextKeys.Builder keys = ContextKeys.builder()
                .putAll(question.contextKeys())
                .putAll(caller.contextKeys())
                .put("aws:SourceVpce", endpoint.id())
                .put("aws:SourceVpc", endpoint.vpcId())
                .put("aws:VpcSourceIp", vpcSourceIp == null ? withoutZone(request.peerAddress()) : vpcSourceIp)
                .put("aws:RequestedRegion", endpoint.region())
                .put("aws:SecureTransport", Boolean.toString(secureTransport))
                .put("aws:CurrentTime", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("aws:EpochTime", Long.toString(now.getEpochSecond()))
                .put("aws:ViaAWSService", "false");
        if (caller.kind() == Caller.Kind.SIGV4) {
            keys.put("aws:PrincipalIsAWSService", "false");
        }
        request.headers().first("User-Agent").ifPresent(agent -> keys.put("aws:UserAgent", agent));
        request.headers().first("Referer").ifPresent(referer -> keys.put("aws:referer", referer));
        String account = accountOf(question.resource());
        if (account != null) {
            keys.put("aws:ResourceAccount", account);
        }
        tags.of(question.resource()).forEach((name, value) -> keys.put("aws:ResourceTag/" + name, value));
        return keys.build();
    }

    /** The account of an ARN; null for {@code *} and for the service's own resources, whose account is {@code aws} or empty. */
    private static @Nullable String accountOf(String resource) {
        String[] parts = resource.split(":", 6);
        if (parts.length < 6 || parts[4].isEmpty() || !Character.isDigit(parts[4].charAt(0))) {
            return null;
        }
        return parts[4];
    }

    /** {@code fe80::1%eth0} is an address and the name of an interface; only the address is a key's value. */
    private static String withoutZone(String address) {
        int percent = address.indexOf('%');
        return percent < 0 ? address : address.substring(0, percent);
    }
}
