package io.plsim.server.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configured resources that take bearer tokens alone, as {@code runtime/ID} and {@code gateway/ID}. */
public final class BearerOnlyResources {
    private BearerOnlyResources() {}

    public static Set<String> of(Configuration configuration) {
        Set<String> found = new HashSet<>();
        Configuration.Resources resources = configuration.resources();
        if (resources == null) {
            return found;
        }
        for (Configuration.Runtime runtime : orEmpty(resources.runtimes())) {
            if (bearerOnly(runtime.authorizerType(), runtime.authorizer())) {
                found.add("runtime/" + runtime.id());
            }
        }
        for (Configuration.Gateway gateway : orEmpty(resources.gateways())) {
            if (bearerOnly(gateway.authorizerType(), gateway.authorizer())) {
                found.add("gateway/" + gateway.id());
            }
        }
        return found;
    }

    private static boolean bearerOnly(@Nullable String type, Configuration.@Nullable Authorizer authorizer) {
        return Objects.equals(type, "CUSTOM_JWT") || (authorizer != null && authorizer.customJWTAuthorizer() != null);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
