package io.plsim.server.configuration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the command line says; null where a flag is absent. */
public record Overrides(
        @Nullable String config,
        @Nullable String policy,
        @Nullable Integer port,
        @Nullable Integer gatewayPort,
        @Nullable Integer consolePort,
        @Nullable Integer tlsPort,
        @Nullable String bind,
        @Nullable String clock) {
    public static final Overrides NONE = new Overrides(null, null, null, null, null, null, null, null);

    /** The flags that were given, by the key of the configuration file that each stands for. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "policy", policy);
        put(given, "port", port);
        put(given, "gatewayPort", gatewayPort);
        put(given, "consolePort", consolePort);
        put(given, "tlsPort", tlsPort);
        put(given, "bind", bind);
        put(given, "clock", clock);
        return given;
    }

    private static void put(Map<String, String> given, String key, @Nullable Object value) {
        if (value != null) {
            given.put(key, value.toString());
        }
    }
}
