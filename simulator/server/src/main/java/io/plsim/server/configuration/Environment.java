package io.plsim.server.configuration;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts flags, {@code PLSIM_*} variables, file and defaults together, the first one that speaks wins. */
public final class Environment {
    private static final String PREFIX = "PLSIM_";
    private static final List<String> KNOWN = List.of(
            "PLSIM_CONFIG",
            "PLSIM_POLICY",
            "PLSIM_PORT",
            "PLSIM_GATEWAY_PORT",
            "PLSIM_CONSOLE_PORT",
            "PLSIM_TLS_PORT",
            "PLSIM_BIND",
            "PLSIM_CLOCK",
            "PLSIM_REGION",
            "PLSIM_ACCOUNT_ID",
            // Read by the launcher, not by the server.
            "PLSIM_JAVA_OPTS");

    private Environment() {}

    /**
     * The settings to run on.
     *
     * @throws InvalidConfigurationException naming the variable, flag or key and the fix
     */
    public static Settings settings(Overrides flags, Map<String, String> variables)
            throws InvalidConfigurationException {
        for (String name : variables.keySet()) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
                throw new InvalidConfigurationException("Unknown environment variable " + name + "; did you mean "
                        + NearestName.of(name, KNOWN).orElse("") + "?");
            }
        }
        String config = first(flags.config(), variables.get("PLSIM_CONFIG"));
        Configuration file = config == null ? ConfigurationFile.empty() : ConfigurationFile.read(Path.of(config));
        String policy = first(flags.policy(), variables.get("PLSIM_POLICY"));
        Path base = Path.of("").toAbsolutePath();
        Path configBase = config == null ? base : base.resolve(config).getParent();
        Configuration merged = new Configuration(
                first(variables.get("PLSIM_REGION"), file.region()),
                first(variables.get("PLSIM_ACCOUNT_ID"), file.accountId()),
                clock(first(flags.clock(), variables.get("PLSIM_CLOCK")), file.clock()),
                file.mode(),
                file.authentication(),
                file.vpcSourceIp(),
                file.endpoints(),
                file.principals(),
                file.issuer(),
                file.issuers(),
                file.resources(),
                file.forwarding(),
                file.defaultGateway(),
                file.readings(),
                file.decisions(),
                file.consoleHosts(),
                port(flags.port(), variables, "PLSIM_PORT", file.port()),
                port(flags.gatewayPort(), variables, "PLSIM_GATEWAY_PORT", file.gatewayPort()),
                port(flags.consolePort(), variables, "PLSIM_CONSOLE_PORT", file.consolePort()),
                port(flags.tlsPort(), variables, "PLSIM_TLS_PORT", file.tlsPort()),
                first(first(flags.bind(), variables.get("PLSIM_BIND")), file.bind()),
                policy == null ? file.policy() : base.resolve(policy).toString());
        return new Settings(merged, configBase == null ? base : configBase);
    }

    private static @Nullable Integer port(
            @Nullable Integer flag, Map<String, String> variables, String name, @Nullable Integer file)
            throws InvalidConfigurationException {
        if (flag != null) {
            return flag;
        }
        String value = variables.get(name);
        if (value == null) {
            return file;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException noNumber) {
            throw new InvalidConfigurationException(name + " is \"" + value + "\"; it must be a port number.");
        }
    }

    private static @Nullable Instant clock(@Nullable String text, @Nullable Instant file)
            throws InvalidConfigurationException {
        if (text == null) {
            return file;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw new InvalidConfigurationException(
                    "The clock is \"" + text + "\"; write an instant such as 2026-11-23T12:00:00Z.");
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
