package io.plsim.testkit.junit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that an option names: {@code classpath:...}, {@code file:...}, or JSON itself. */
record Source(String name, String text) {
    private static final String CLASSPATH = "classpath:";
    private static final String FILE = "file:";

    static Source read(String option, ClassLoader loader) {
        try {
            if (option.stripLeading().startsWith("{")) {
                return new Source("policy", option);
            }
            if (option.startsWith(CLASSPATH)) {
                try (InputStream in = resource(option, loader).openStream()) {
                    return new Source(option, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return new Source(option, Files.readString(file(option)));
        } catch (IOException unreadable) {
            throw new UnusableOptionException(option + " cannot be read; check that the file exists and is text.");
        }
    }

    /** The same as a file, for what refers to its neighbours by relative paths. */
    static Path path(String option, ClassLoader loader) {
        if (!option.startsWith(CLASSPATH)) {
            return file(option);
        }
        URL url = resource(option, loader);
        if (!url.getProtocol().equals("file")) {
            throw new UnusableOptionException(option + " is inside a jar; unpack it, policies are read beside it.");
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static URL resource(String option, ClassLoader loader) {
        URL url = loader.getResource(option.substring(CLASSPATH.length()));
        if (url == null) {
            throw new UnusableOptionException(
                    option + " is not there; put the file below src/test/resources or write file: and its path.");
        }
        return url;
    }

    private static Path file(String option) {
        if (!option.startsWith(FILE)) {
            throw new UnusableOptionException(
                    "\"" + option + "\" must begin with classpath: or file:, or be the policy's JSON itself.");
        }
        return Path.of(option.substring(FILE.length()));
    }
}
