package io.plsim.server.configuration;

/** A configuration that cannot be used; one sentence naming the file, the place and the fix. */
public final class InvalidConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidConfigurationException(String message) {
        super(message);
    }
}
