package io.plsim.server.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable that holds a secret, and its twin that names a file with it: container platforms mount secrets
 * as files, and the environment of a process is easily printed.
 */
final class SecretVariable {
    private SecretVariable() {}

    /** The secret; null when neither is set. */
    static @Nullable String value(String name, String twin, Map<String, String> variables, Path base)
            throws InvalidConfigurationException {
        String value = variables.get(name);
        String file = variables.get(twin);
        if (file == null) {
            return value;
        }
        if (value != null) {
            throw new InvalidConfigurationException(name + " and " + twin + " are both set; leave one of them.");
        }
        try {
            return Files.readString(base.resolve(file));
        } catch (IOException unreadable) {
            throw new InvalidConfigurationException(
                    twin + " names " + file + ", which cannot be read; check that it exists and is text.");
        }
    }
}
