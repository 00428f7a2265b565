package io.plsim.server.cli;

import io.plsim.server.Simulator;
import io.plsim.server.configuration.Environment;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Overrides;
import io.plsim.server.configuration.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plsim serve}: runs until it is told to stop. */
@Command(name = "serve", description = "Run the endpoints until SIGTERM or SIGINT.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--config", paramLabel = "F", description = "configuration file (YAML or JSON)")
    private @Nullable String config;

    @Option(names = "--policy", paramLabel = "F", description = "policy of the first data-plane endpoint")
    private @Nullable String policy;

    @Option(names = "--port", paramLabel = "N", description = "data-plane port (4650)")
    private @Nullable Integer port;

    @Option(names = "--gateway-port", paramLabel = "N", description = "gateway port (4652)")
    private @Nullable Integer gatewayPort;

    @Option(names = "--console-port", paramLabel = "N", description = "console port (4651)")
    private @Nullable Integer consolePort;

    @Option(names = "--tls-port", paramLabel = "N", description = "TLS port of all endpoints (4653)")
    private @Nullable Integer tlsPort;

    @Option(names = "--bind", paramLabel = "ADDR", description = "address to listen on (127.0.0.1)")
    private @Nullable String bind;

    @Option(names = "--clock", paramLabel = "INSTANT", description = "freeze the clock, such as 2026-11-23T12:00:00Z")
    private @Nullable String clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Overrides flags = new Overrides(config, policy, port, gatewayPort, consolePort, tlsPort, bind, clock);
        Settings settings = Environment.settings(flags, System.getenv());
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        Simulator simulator = start(settings);
        RequestLines lines = new RequestLines(out);
        simulator.log().follow(lines);
        Banner.print(simulator, out);
        lines.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator, lines), "plsim-stop"));
        new CountDownLatch(1).await();
        return 0;
    }

    /** Lets running requests end and their lines be written; the JVM would report the signal as its exit code. */
    private static void stop(Simulator simulator, RequestLines lines) {
        int exitCode = Main.INTERNAL;
        try {
            simulator.close();
            lines.close();
            exitCode = 0;
        } finally {
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private static Simulator start(Settings settings) throws InvalidConfigurationException, Main.CommandFailed {
        try {
            return Simulator.start(settings);
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException || cause instanceof UnresolvedAddressException) {
                    throw new Main.CommandFailed(Main.INVALID, notOpened(settings, failed));
                }
            }
            throw failed;
        }
    }

    private static String notOpened(Settings settings, Throwable failed) {
        String what = "";
        for (Throwable cause = failed; cause != null && what.isEmpty(); cause = cause.getCause()) {
            // The first one is Jetty's, and ends with the address that it could not open.
            what = cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : "";
        }
        return "A port on " + settings.bind() + " could not be opened (" + what
                + "); choose a free one with --port, --gateway-port, --console-port or --tls-port (0 takes any), or"
                + " another address with --bind.";
    }
}
