package io.plsim.server.privatedns;

import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.operation.ResolutionContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host names that lead to the endpoints: the Regional names of private DNS, the endpoint-specific
 * {@code vpce-....vpce.amazonaws.com} names, {@code localhost}, and names that were configured. Follows "Use interface
 * VPC endpoints" of the AgentCore developer guide and the DNS page of the PrivateLink guide.
 */
public final class EndpointNames {
    /** The name of clients on the same machine; its certificate holds for the loopback addresses too. */
    static final String LOCALHOST = "localhost";

    private static final Set<String> LOOPBACK = Set.of(LOCALHOST, "127.0.0.1", "[::1]");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final List<VpcEndpoint> endpoints;
    private final Set<String> further = new HashSet<>();
    private final String dataPlane;
    private final String gatewaySuffix;
    private final String vpceDataPlaneSuffix;
    private final String vpceGatewaySuffix;

    /**
     * The names of these endpoints.
     *
     * @param further names that lead to the same endpoint as {@code localhost}
     */
    public EndpointNames(String region, List<VpcEndpoint> endpoints, List<String> further) {
        this.endpoints = List.copyOf(endpoints);
        further.forEach(name -> this.further.add(name.toLowerCase(Locale.ROOT)));
        String aws = ResolutionContext.partitionOf(region).equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
        dataPlane = "bedrock-agentcore." + region + "." + aws;
        gatewaySuffix = ".gateway." + dataPlane;
        vpceDataPlaneSuffix = ".bedrock-agentcore." + region + ".vpce." + aws;
        vpceGatewaySuffix = ".gateway" + vpceDataPlaneSuffix;
    }

    /**
     * Where a name leads.
     *
     * @param certificate the name or wildcard that the certificate is made out to; there are few of them, however many
     *     gateways are named
     */
    public record Served(VpcEndpoint endpoint, String certificate) {}

    /** Where a name leads; empty when it is none of ours. Port and letter case do not matter. */
    public Optional<Served> find(String host) {
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        if (LOOPBACK.contains(name)) {
            return local(LOCALHOST);
        }
        if (further.contains(name)) {
            return local(name);
        }
        if (name.equals(dataPlane)) {
            return first(EndpointService.DATA_PLANE).map(endpoint -> new Served(endpoint, name));
        }
        if (startsWithOneLabel(name, gatewaySuffix)) {
            return first(EndpointService.GATEWAY).map(endpoint -> new Served(endpoint, "*" + gatewaySuffix));
        }
        if (startsWithOneLabel(name, vpceGatewaySuffix)) {
            return specific(name, EndpointService.GATEWAY, vpceGatewaySuffix);
        }
        if (startsWithOneLabel(name, vpceDataPlaneSuffix)) {
            return specific(name, EndpointService.DATA_PLANE, vpceDataPlaneSuffix);
        }
        return Optional.empty();
    }

    /** The endpoint that clients without private DNS reach over TLS: the first of the data plane, else the first. */
    public VpcEndpoint localEndpoint() {
        return first(EndpointService.DATA_PLANE).orElse(endpoints.get(0));
    }

    /** One name that leads to an endpoint: {@code localhost} where it does, else the shortest name of private DNS. */
    public String nameOf(VpcEndpoint endpoint, String defaultGateway) {
        if (endpoint == localEndpoint()) {
            return LOCALHOST;
        }
        boolean gateway = endpoint.service() == EndpointService.GATEWAY;
        if (gateway && first(EndpointService.GATEWAY).filter(endpoint::equals).isPresent()) {
            return defaultGateway + gatewaySuffix;
        }
        return endpoint.id() + "-plsim" + (gateway ? vpceGatewaySuffix : vpceDataPlaneSuffix);
    }

    private Optional<Served> local(String certificate) {
        return Optional.of(new Served(localEndpoint(), certificate));
    }

    private Optional<VpcEndpoint> first(EndpointService service) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.service() == service)
                .findFirst();
    }

    /** {@code vpce-ID-HASH.SUFFIX}, where AWS makes the hash up; whichever it is, the id decides. */
    private Optional<Served> specific(String name, EndpointService service, String suffix) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.service() == service && name.startsWith(endpoint.id() + "-"))
                .findFirst()
                .map(endpoint -> new Served(endpoint, "*" + suffix));
    }

    private static boolean startsWithOneLabel(String name, String suffix) {
        return name.endsWith(suffix)
                && LABEL.matcher(name.substring(0, name.length() - suffix.length()))
                        .matches();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
