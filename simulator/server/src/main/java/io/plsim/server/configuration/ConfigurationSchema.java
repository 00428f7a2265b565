package io.plsim.server.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema of the configuration file, for editors; served by the console as {@code /config.schema.json}. */
public final class ConfigurationSchema {
    private ConfigurationSchema() {}

    public static byte[] bytes() {
        try (InputStream in = ConfigurationSchema.class.getResourceAsStream("config.schema.json")) {
            return Objects.requireNonNull(in, "the schema is part of the product")
                    .readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
