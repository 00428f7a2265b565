package io.plsim.server;

import io.plsim.server.configuration.Configuration;
import io.plsim.server.enforcement.ContextKeyCollector.ResourceTags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The configured runtimes and gateways, as enforcement understands them. */
final class ConfiguredResources {
    private ConfiguredResources() {}

    static ResourceTags tags(Configuration.@Nullable Resources resources) {
        Map<String, Map<String, String>> byResource = new HashMap<>();
        runtimes(resources).forEach(runtime -> byResource.put("runtime/" + runtime.id(), orNone(runtime.tags())));
        gateways(resources).forEach(gateway -> byResource.put("gateway/" + gateway.id(), orNone(gateway.tags())));
        return arn -> {
            String[] parts = arn.split(":", 6);
            return parts.length < 6 ? Map.of() : byResource.getOrDefault(parts[5], Map.of());
        };
    }

    static List<Configuration.Runtime> runtimes(Configuration.@Nullable Resources resources) {
        return resources == null ? List.of() : orEmpty(resources.runtimes());
    }

    static List<Configuration.Gateway> gateways(Configuration.@Nullable Resources resources) {
        return resources == null ? List.of() : orEmpty(resources.gateways());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> tags) {
        return Objects.requireNonNullElse(tags, Map.of());
    }
}
