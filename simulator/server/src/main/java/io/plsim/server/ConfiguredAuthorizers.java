package io.plsim.server;

import io.plsim.server.authentication.Authorizers;
import io.plsim.server.authentication.Authorizers.Authorizer;
import io.plsim.server.authentication.Authorizers.Protocol;
import io.plsim.server.authentication.Authorizers.Type;
import io.plsim.server.authentication.bearer.ClaimRules;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.operation.Operation.ResourceKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authorizers of the configured runtimes and gateways, with AWS's rules about what goes together. A fault names its
 * place, such as {@code resources.runtimes[customAgent2].authorizer}, and the fix.
 */
final class ConfiguredAuthorizers {
    private ConfiguredAuthorizers() {}

    static Authorizers of(Configuration.@Nullable Resources resources) throws InvalidConfigurationException {
        Map<String, Authorizer> authorizers = new HashMap<>();
        for (Configuration.Runtime runtime : ConfiguredResources.runtimes(resources)) {
            String place = "resources.runtimes[" + runtime.id() + "]";
            Protocol protocol = constant(Protocol.class, runtime.protocol(), place + ".protocol");
            Authorizer authorizer = authorizer(runtime.authorizerType(), runtime.authorizer(), place);
            if (authorizer.type() == Type.NONE || authorizer.type() == Type.AUTHENTICATE_ONLY) {
                throw fault(place + ".authorizerType", "is for gateways; a runtime has AWS_IAM or CUSTOM_JWT");
            }
            put(
                    authorizers,
                    Authorizers.key(ResourceKind.RUNTIME, runtime.id()),
                    protocol == null ? authorizer : authorizer.speaking(protocol),
                    place);
        }
        for (Configuration.Gateway gateway : ConfiguredResources.gateways(resources)) {
            String place = "resources.gateways[" + gateway.id() + "]";
            put(
                    authorizers,
                    Authorizers.key(ResourceKind.GATEWAY, gateway.id()),
                    authorizer(gateway.authorizerType(), gateway.authorizer(), place),
                    place);
        }
        return new Authorizers(authorizers);
    }

    private static void put(Map<String, Authorizer> authorizers, String key, Authorizer authorizer, String place)
            throws InvalidConfigurationException {
        if (authorizers.put(key, authorizer) != null) {
            throw fault(place, "is there twice; leave one of them");
        }
    }

    private static Authorizer authorizer(
            @Nullable String typeText, Configuration.@Nullable Authorizer configured, String place)
            throws InvalidConfigurationException {
        Type type = constant(Type.class, typeText, place + ".authorizerType");
        if (type == Type.ANY) {
            throw fault(place + ".authorizerType", "ANY is what a resource without authorizer has; leave it out");
        }
        if (configured == null) {
            return type == null ? Authorizer.ANY : Authorizer.of(type);
        }
        Configuration.JwtAuthorizer jwt = configured.customJWTAuthorizer();
        if (jwt == null) {
            throw fault(place + ".authorizer", "says nothing; write a customJWTAuthorizer into it or leave it out");
        }
        if (type != null && type != Type.CUSTOM_JWT) {
            throw fault(
                    place,
                    "has authorizerType " + type + " and a customJWTAuthorizer; make the type CUSTOM_JWT or leave the"
                            + " authorizer out");
        }
        String jwtPlace = place + ".authorizer.customJWTAuthorizer";
        String discoveryUrl = ConfiguredTokens.discoveryUrl(jwt.discoveryUrl(), jwtPlace);
        ClaimRules rules = ConfiguredClaimRules.of(jwt, jwtPlace);
        return new Authorizer(Type.CUSTOM_JWT, discoveryUrl, rules, Protocol.HTTP);
    }

    /** The constant of that name; null when none is given. */
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name, String place)
            throws InvalidConfigurationException {
        if (name == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        String names = String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .filter(other -> !other.equals(Type.ANY.name()))
                        .toList());
        throw fault(place, "is \"" + name + "\"; it must be one of " + names);
    }

    static InvalidConfigurationException fault(String place, String sentence) {
        return new InvalidConfigurationException(place + " " + sentence + ".");
    }
}
