package io.plsim.server.configuration;

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
}
