package io.plsim.server.forwarding.container;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A runtime whose agent is a container of the developer's own.
 *
 * @param runtimeId the runtime's bare id
 * @param server where the container listens: scheme, host and port
 * @param allowedHeaders {@code requestHeaderAllowlist}: further request headers that reach the container
 * @param jwt whether the runtime has a JWT authorizer; only then may {@code Authorization} be allowed
 */
public record AgentContainer(
        String runtimeId, URI server, AgentProtocol protocol, List<String> allowedHeaders, boolean jwt) {
    private static final int MAX_ALLOWED_HEADERS = 20;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_-]+");
    private static final String CUSTOM = "x-amzn-bedrock-agentcore-runtime-custom-";

    /**
     * Checks what the configuration says.
     *
     * @throws IllegalArgumentException with a sentence that names the fix
     */
    public AgentContainer {
        allowedHeaders = List.copyOf(allowedHeaders);
        if (allowedHeaders.size() > MAX_ALLOWED_HEADERS) {
            throw new IllegalArgumentException(
                    "requestHeaderAllowlist of " + runtimeId + " has more than " + MAX_ALLOWED_HEADERS + " headers.");
        }
        for (String header : allowedHeaders) {
            check(runtimeId, header, jwt);
        }
    }

    private static void check(String runtimeId, String header, boolean jwt) {
        String name = header.toLowerCase(Locale.ROOT);
        boolean reserved = name.startsWith("x-amz-") || name.startsWith("x-amzn-") && !name.startsWith(CUSTOM);
        if (!HEADER.matcher(header).matches() || reserved) {
            throw new IllegalArgumentException("requestHeaderAllowlist of " + runtimeId + ": \"" + header
                    + "\" cannot be allowed; x-amz- and x-amzn- names are AWS's own, but for"
                    + " X-Amzn-Bedrock-AgentCore-Runtime-Custom-*.");
        }
        if (name.equals("authorization") && !jwt) {
            throw new IllegalArgumentException("requestHeaderAllowlist of " + runtimeId
                    + ": Authorization needs a runtime with a customJWTAuthorizer; a signature is never passed on.");
        }
    }

    /**
     * The address of a container from {@code forwardTo}; without a port it is the protocol's own.
     *
     * @throws IllegalArgumentException with a sentence that names the fix
     */
    public static URI address(String runtimeId, String forwardTo, AgentProtocol protocol) {
        URI uri;
        try {
            uri = URI.create(forwardTo);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("forwardTo of " + runtimeId + " is no URL: " + forwardTo, malformed);
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare = (uri.getRawPath() == null
                        || uri.getRawPath().isEmpty()
                        || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawUserInfo() == null;
        if (!http || uri.getHost() == null || !bare) {
            throw new IllegalArgumentException("forwardTo of " + runtimeId + " is \"" + forwardTo
                    + "\"; write scheme, host and port only, such as http://localhost:" + protocol.port()
                    + " (the paths are the container contract's).");
        }
        return uri.getPort() >= 0
                ? URI.create(uri.getScheme() + "://" + uri.getRawAuthority())
                : URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + protocol.port());
    }

    /** The allowed names in lower case. */
    Set<String> allowed() {
        return allowedHeaders.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
