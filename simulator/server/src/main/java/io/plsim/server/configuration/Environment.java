package io.plsim.server.configuration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts flags, {@code PLSIM_*} variables, file and defaults together, the first one that speaks wins. */
public final class Environment {
    private static final String PREFIX = "PLSIM_";
    private static final String CONFIG = "PLSIM_CONFIG";

    /** Read by the launcher, not by the server. */
    private static final String JAVA_OPTS = "PLSIM_JAVA_OPTS";

    /** A list of principals as JSON or YAML; secrets are better in a file, which the twin names. */
    private static final String PRINCIPALS = "PLSIM_PRINCIPALS";

    private static final String PRINCIPALS_FILE = PRINCIPALS + "_FILE";

    /** The variables that stand for keys of the configuration file. */
    private static final Map<String, String> KEYS = keys();

    private Environment() {}

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("PLSIM_POLICY", "policy");
        keys.put("PLSIM_PORT", "port");
        keys.put("PLSIM_GATEWAY_PORT", "gatewayPort");
        keys.put("PLSIM_CONSOLE_PORT", "consolePort");
        keys.put("PLSIM_TLS_PORT", "tlsPort");
        keys.put("PLSIM_TLS_SECOND_PORT", "tls.secondPort");
        keys.put("PLSIM_TLS_DIRECTORY", "tls.directory");
        keys.put("PLSIM_BIND", "bind");
        keys.put("PLSIM_DRAIN_SECONDS", "drainSeconds");
        keys.put("PLSIM_CLOCK", "clock");
        keys.put("PLSIM_REGION", "region");
        keys.put("PLSIM_ACCOUNT_ID", "accountId");
        keys.put("PLSIM_ISSUER", "issuer");
        return keys;
    }

    /**
     * The settings to run on.
     *
     * @throws InvalidConfigurationException naming the variable, flag or key and the fix
     */
    public static Settings settings(Overrides flags, Map<String, String> variables)
            throws InvalidConfigurationException {
        refuseUnknown(variables);
        Path base = Path.of("").toAbsolutePath();
        ObjectNode overrides = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            String value = variables.get(key.getKey());
            if (value != null) {
                override(overrides, key.getValue(), value, key.getKey(), base);
            }
        }
        String principals = SecretVariable.value(PRINCIPALS, PRINCIPALS_FILE, variables, base);
        if (principals != null) {
            overrides.set("principals", ConfigurationFile.principals(principals, PRINCIPALS));
        }
        for (Map.Entry<String, String> flag : flags.given().entrySet()) {
            override(overrides, flag.getKey(), flag.getValue(), "The flag for " + flag.getKey(), base);
        }
        String config = flags.config() != null ? flags.config() : variables.get(CONFIG);
        Path file = config == null ? null : base.resolve(config);
        Configuration merged = ConfigurationFile.read(file, overrides);
        Path beside = file == null ? base : file.getParent();
        return new Settings(merged, beside == null ? base : beside);
    }

    private static void refuseUnknown(Map<String, String> variables) throws InvalidConfigurationException {
        List<String> known = new ArrayList<>(KEYS.keySet());
        known.add(CONFIG);
        known.add(JAVA_OPTS);
        known.add(PRINCIPALS);
        known.add(PRINCIPALS_FILE);
        for (String name : variables.keySet()) {
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                throw new InvalidConfigurationException("Unknown environment variable " + name + "; did you mean "
                        + NearestName.of(name, known).orElse("") + "?");
            }
        }
    }

    private static void override(ObjectNode overrides, String key, String value, String source, Path base)
            throws InvalidConfigurationException {
        switch (key) {
            case "port", "gatewayPort", "consolePort", "tlsPort" -> overrides.put(key, port(value, source));
            case "drainSeconds" -> overrides.put(key, seconds(value, source));
            case "clock" -> overrides.put(key, clock(value));
            case "policy" -> overrides.put(key, base.resolve(value).toString());
            case "tls.secondPort" -> overrides.withObject("/tls").put("secondPort", port(value, source));
            case "tls.directory" ->
                overrides
                        .withObject("/tls")
                        .put("directory", base.resolve(value).toString());
            default -> overrides.put(key, value);
        }
    }

    private static int port(String value, String source) throws InvalidConfigurationException {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException noNumber) {
            throw new InvalidConfigurationException(source + " is \"" + value + "\"; it must be a port number.");
        }
    }

    private static int seconds(String value, String source) throws InvalidConfigurationException {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException noNumber) {
            throw new InvalidConfigurationException(source + " is \"" + value + "\"; it must be a number of seconds.");
        }
    }

    private static String clock(String text) throws InvalidConfigurationException {
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeException noInstant) {
            throw new InvalidConfigurationException(
                    "The clock is \"" + text + "\"; write an instant such as 2026-11-23T12:00:00Z.");
        }
    }
}
