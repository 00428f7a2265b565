package io.plsim.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plsim health}: whether a server is ready; the image's HEALTHCHECK. */
@Command(name = "health", description = "Is a server ready?", mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
    @Option(names = "--console", paramLabel = "URL")
    private String console = ConsoleClient.DEFAULT;

    @Override
    public Integer call() throws Main.CommandFailed {
        int status = ConsoleClient.get(console, "/ready").statusCode();
        if (status != 200) {
            throw new Main.CommandFailed(Main.NOT_REACHABLE, "plsim at " + console + " is not ready.");
        }
        return 0;
    }
}
