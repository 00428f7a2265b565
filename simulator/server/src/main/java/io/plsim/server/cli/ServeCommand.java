package io.plsim.server.cli;

import io.plsim.server.Simulator;
import io.plsim.server.configuration.Environment;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Overrides;
import io.plsim.server.configuration.Settings;
import java.io.PrintWriter;
import java.net.BindException;
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

    @Option(names = "--tls-port", paramLabel = "N", description = "accepted; nothing listens there yet")
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
        PrintWriter out = spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
        Simulator simulator = start(settings);
        RequestLines lines = new RequestLines(out);
        simulator.log().follow(lines);
        Banner.print(simulator, out);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            out.flush();
            stopped.countDown();
            // The JVM would report the signal as its exit code; a drained stop is a success.
            Runtime.getRuntime().halt(0);
        }));
        stopped.await();
        return 0;
    }

    private static Simulator start(Settings settings) throws InvalidConfigurationException, Main.CommandFailed {
        try {
            return Simulator.start(settings);
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new Main.CommandFailed(
                            Main.INVALID,
                            "A port is taken (" + cause.getMessage()
                                    + "); choose others with --port, --gateway-port and --console-port.");
                }
            }
            throw failed;
        }
    }
}
