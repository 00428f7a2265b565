package io.plsim.testkit.decisions;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running simulator as a test sees it, whether it runs in the test's own JVM or in a container. */
public interface PrivateLinkSimulator {

    /** The data-plane endpoint over HTTP, for {@code AWS_ENDPOINT_URL_BEDROCK_AGENTCORE}; it takes any Host. */
    URI getEndpoint();

    /** The gateway endpoint over HTTP; any Host but {@code <id>.gateway...} means the default gateway. */
    URI getGatewayEndpoint();

    /**
     * Both endpoints over TLS, chosen by server name; trust {@link #getCaCertificatePem()}.
     *
     * @throws IllegalStateException when the simulator serves no TLS
     */
    URI getHttpsEndpoint();

    /** The console and its API. */
    URI getConsoleUri();

    /** The Region that requests are signed for. */
    String getRegion();

    /** The callers that may sign; the first one is whom {@link #getAccessKeyId()} belongs to. */
    java.util.List<SimulatedPrincipal> getPrincipals();

    /** The access key of the first caller. */
    default String getAccessKeyId() {
        return getPrincipals().get(0).accessKeyId();
    }

    /** The secret of the first caller; made for tests, no secret of anybody. */
    default String getSecretAccessKey() {
        return getPrincipals().get(0).secretAccessKey();
    }

    /** The simulator's own certificate authority, PEM; private to this instance. */
    default String getCaCertificatePem() {
        return console().caCertificatePem();
    }

    /** A token of the built-in issuer for client {@code plsim-client}, valid for an hour. */
    default String oauthToken() {
        return oauthToken(Map.of());
    }

    /**
     * A token of the built-in issuer.
     *
     * @param claims claims to add or replace, such as {@code client_id}, {@code aud} or {@code scope}; the special
     *     {@code expires_in} is a lifetime in seconds, negative for an expired token
     */
    default String oauthToken(Map<String, String> claims) {
        return console().token(claims);
    }

    /** The decisions since the last reset: a live view. */
    Decisions decisions();

    /** The console API. */
    SimulatorConsole console();

    /** Attaches a policy to the data-plane endpoint, in force for the next request. */
    default void attachPolicy(String json) {
        console().attachPolicy("bedrock-agentcore", json);
    }

    /** Attaches a policy to the gateway endpoint, in force for the next request. */
    default void attachGatewayPolicy(String json) {
        console().attachPolicy("bedrock-agentcore.gateway", json);
    }

    /** The environment that points a child process's AWS SDK or CLI here, as the first caller. */
    default Map<String, String> clientEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_ENDPOINT_URL_BEDROCK_AGENTCORE", getEndpoint().toString());
        environment.put("AWS_REGION", getRegion());
        SimulatedPrincipal caller = getPrincipals().get(0);
        environment.put("AWS_ACCESS_KEY_ID", caller.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", caller.secretAccessKey());
        @Nullable String session = caller.sessionToken();
        if (session != null) {
            environment.put("AWS_SESSION_TOKEN", session);
        }
        return environment;
    }
}
