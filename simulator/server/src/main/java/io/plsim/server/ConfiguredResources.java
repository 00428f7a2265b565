package io.plsim.server;

import io.plsim.server.authentication.Authorizers;
import io.plsim.server.authentication.Authorizers.Authorizer;
import io.plsim.server.authentication.Authorizers.Type;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.enforcement.ContextKeyCollector.ResourceTags;
import io.plsim.server.operation.Operation.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configured runtimes and gateways, as authentication and enforcement understand them. */
final class ConfiguredResources {
    private ConfiguredResources() {}

    static Authorizers authorizers(Configuration.@Nullable Resources resources) throws InvalidConfigurationException {
        Map<String, Authorizer> authorizers = new HashMap<>();
        for (Configuration.Runtime runtime : runtimes(resources)) {
            if (runtime.forwardTo() != null) {
                throw new InvalidConfigurationException("resources.runtimes: forwardTo of " + runtime.id()
                        + " is not supported yet; remove it and the built-in stub answers.");
            }
            jwt(runtime.authorizer())
                    .ifPresent(authorizer ->
                            authorizers.put(Authorizers.key(ResourceKind.RUNTIME, runtime.id()), authorizer));
        }
        for (Configuration.Gateway gateway : gateways(resources)) {
            authorizers.put(Authorizers.key(ResourceKind.GATEWAY, gateway.id()), authorizer(gateway));
        }
        return new Authorizers(authorizers);
    }

    static ResourceTags tags(Configuration.@Nullable Resources resources) {
        Map<String, Map<String, String>> byResource = new HashMap<>();
        runtimes(resources).forEach(runtime -> byResource.put("runtime/" + runtime.id(), orNone(runtime.tags())));
        gateways(resources).forEach(gateway -> byResource.put("gateway/" + gateway.id(), orNone(gateway.tags())));
        return arn -> {
            String[] parts = arn.split(":", 6);
            return parts.length < 6 ? Map.of() : byResource.getOrDefault(parts[5], Map.of());
        };
    }

    private static Authorizer authorizer(Configuration.Gateway gateway) throws InvalidConfigurationException {
        String type = gateway.authorizerType();
        if (type == null) {
            return jwt(gateway.authorizer()).orElse(Authorizer.ANY);
        }
        return switch (type) {
            case "AWS_IAM", "NONE", "AUTHENTICATE_ONLY" ->
                new Authorizer(Type.valueOf(type), null, List.of(), List.of(), List.of());
            case "CUSTOM_JWT" ->
                jwt(gateway.authorizer())
                        .orElse(new Authorizer(Type.CUSTOM_JWT, null, List.of(), List.of(), List.of()));
            default ->
                throw new InvalidConfigurationException("resources.gateways: authorizerType of " + gateway.id()
                        + " is \"" + type + "\"; it must be AWS_IAM, CUSTOM_JWT, NONE or AUTHENTICATE_ONLY.");
        };
    }

    private static Optional<Authorizer> jwt(Configuration.@Nullable Authorizer authorizer) {
        if (authorizer == null || authorizer.customJWTAuthorizer() == null) {
            return Optional.empty();
        }
        Configuration.JwtAuthorizer jwt = authorizer.customJWTAuthorizer();
        return Optional.of(new Authorizer(
                Type.CUSTOM_JWT,
                jwt.discoveryUrl(),
                orEmpty(jwt.allowedAudience()),
                orEmpty(jwt.allowedClients()),
                orEmpty(jwt.allowedScopes())));
    }

    private static List<Configuration.Runtime> runtimes(Configuration.@Nullable Resources resources) {
        return resources == null ? List.of() : orEmpty(resources.runtimes());
    }

    private static List<Configuration.Gateway> gateways(Configuration.@Nullable Resources resources) {
        return resources == null ? List.of() : orEmpty(resources.gateways());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> tags) {
        return Objects.requireNonNullElse(tags, Map.of());
    }
}
