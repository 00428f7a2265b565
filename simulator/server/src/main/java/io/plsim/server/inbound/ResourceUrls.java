package io.plsim.server.inbound;

import java.util.Locale;

/**
 * How runtimes and gateways are called in the URLs that the simulator writes for clients: by AWS's host names, or, where
 * a client has come by another name such as {@code localhost} and the configuration says so, by that.
 *
 * @param region of AWS's host names
 * @param asReached whether a request's own Host is taken when it is no name of AWS's; such URLs are http
 */
public record ResourceUrls(String region, boolean asReached) {

    /** The data plane's base URL, without a slash at the end. */
    public String dataPlane(InboundRequest request) {
        return asReached && !byAwsName(request) ? "http://" + host(request) : "https://" + dataPlaneHost();
    }

    /** A gateway's base URL, without a slash at the end. */
    public String gateway(InboundRequest request, String gatewayId) {
        if (byAwsName(request)) {
            return "https://" + host(request);
        }
        return asReached ? "http://" + host(request) : "https://" + gatewayId + ".gateway." + dataPlaneHost();
    }

    private String dataPlaneHost() {
        return "bedrock-agentcore." + region + ".amazonaws.com";
    }

    private static boolean byAwsName(InboundRequest request) {
        String host = host(request);
        int colon = host.lastIndexOf(':');
        return (colon < 0 ? host : host.substring(0, colon)).endsWith(".amazonaws.com");
    }

    /** The Host without what could end a quoted string that it stands in. */
    private static String host(InboundRequest request) {
        StringBuilder kept = new StringBuilder();
        request.host().toLowerCase(Locale.ROOT).chars().forEach(c -> {
            if (c < 128 && Character.isLetterOrDigit(c) || ".-:[]".indexOf(c) >= 0) {
                kept.append((char) c);
            }
        });
        return kept.toString();
    }
}
