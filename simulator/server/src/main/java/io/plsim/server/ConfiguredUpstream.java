package io.plsim.server;

import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Settings;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.forwarding.agentcore.AgentCoreAddress;
import io.plsim.server.forwarding.agentcore.AgentCoreForwarder;
import io.plsim.server.forwarding.agentcore.ForwardingMode;
import io.plsim.server.forwarding.agentcore.Resigner;
import io.plsim.server.forwarding.upstream.UpstreamClient;
import io.plsim.server.operation.ResolutionContext;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What {@code forwarding} says: the mode, and where AgentCore is. Whatever a mode needs and does not find stops the start;
 * nothing ever falls back to a stub.
 */
final class ConfiguredUpstream {
    private final @Nullable ForwardingMode mode;
    private final AgentCoreAddress address;
    private final @Nullable Resigner resigner;

    private ConfiguredUpstream(@Nullable ForwardingMode mode, AgentCoreAddress address, @Nullable Resigner resigner) {
        this.mode = mode;
        this.address = address;
        this.resigner = resigner;
    }

    static ConfiguredUpstream of(Settings settings) throws InvalidConfigurationException {
        Configuration.Forwarding forwarding = settings.file().forwarding();
        ForwardingMode mode = mode(forwarding);
        String region = region(settings, forwarding);
        Optional<URI> dataPlane = url("url", forwarding == null ? null : forwarding.url());
        Optional<URI> gateways = url("gatewayUrl", forwarding == null ? null : forwarding.gatewayUrl())
                .or(() -> dataPlane);
        if (mode == null && gateways.isPresent()) {
            throw new InvalidConfigurationException(
                    "forwarding: an url needs a mode that uses it: passthrough, resign or url.");
        }
        if (mode == ForwardingMode.URL && dataPlane.isEmpty()) {
            throw new InvalidConfigurationException("forwarding: mode url needs an \"url\", where requests go.");
        }
        boolean byName = dataPlane.isEmpty() || gateways.isEmpty();
        if (region == null && (mode == ForwardingMode.RESIGN || mode == ForwardingMode.PASSTHROUGH && byName)) {
            throw new InvalidConfigurationException(
                    "forwarding: this mode needs the Region of the real AgentCore; set \"region\" here or at the top.");
        }
        String named = region == null ? settings.region() : region;
        AgentCoreAddress address = new AgentCoreAddress(
                named,
                ResolutionContext.partitionOf(named).equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com",
                dataPlane,
                gateways);
        return new ConfiguredUpstream(
                mode, address, mode == ForwardingMode.RESIGN ? new Resigner(credentials(), named) : null);
    }

    boolean isStub() {
        return mode == null;
    }

    Optional<Forwarder> forwarder(UpstreamClient client) {
        return mode == null ? Optional.empty() : Optional.of(new AgentCoreForwarder(mode, address, resigner, client));
    }

    String description() {
        if (mode == null) {
            return "stubs";
        }
        String where = address.dataPlane().map(URI::toString).orElse("AgentCore in " + address.region());
        return switch (mode) {
            case PASSTHROUGH -> where + ", requests as they come";
            case RESIGN -> where + ", requests signed with this machine's AWS credentials";
            case URL -> where;
        };
    }

    private static @Nullable ForwardingMode mode(Configuration.@Nullable Forwarding forwarding)
            throws InvalidConfigurationException {
        if (forwarding == null || forwarding.mode() == null) {
            return null;
        }
        return switch (forwarding.mode()) {
            case "stub" -> null;
            case "passthrough" -> ForwardingMode.PASSTHROUGH;
            case "resign" -> ForwardingMode.RESIGN;
            case "url" -> ForwardingMode.URL;
            default ->
                throw new InvalidConfigurationException("forwarding: mode is \"" + forwarding.mode()
                        + "\"; it must be stub, passthrough, resign or url.");
        };
    }

    private static @Nullable String region(Settings settings, Configuration.@Nullable Forwarding forwarding) {
        return forwarding != null && forwarding.region() != null
                ? forwarding.region()
                : settings.file().region();
    }

    private static Optional<URI> url(String key, @Nullable String text) throws InvalidConfigurationException {
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getRawPath() == null
                    || uri.getRawPath().isEmpty()
                    || uri.getRawPath().equals("/");
            if (http && uri.getHost() != null && bare && uri.getRawQuery() == null && uri.getRawUserInfo() == null) {
                return Optional.of(URI.create(uri.getScheme() + "://" + uri.getRawAuthority()));
            }
        } catch (IllegalArgumentException malformed) {
            // Told below.
        }
        throw new InvalidConfigurationException("forwarding: " + key + " is \"" + text
                + "\"; write scheme, host and port only, such as https://bedrock-agentcore.us-east-1.amazonaws.com.");
    }

    private static AwsCredentialsProvider credentials() throws InvalidConfigurationException {
        AwsCredentialsProvider chain = DefaultCredentialsProvider.builder().build();
        try {
            chain.resolveCredentials();
            return chain;
        } catch (SdkClientException none) {
            throw new InvalidConfigurationException(
                    "forwarding: mode resign needs AWS credentials, and the default chain"
                            + " (environment, profile, container or instance role) has none.");
        }
    }
}
