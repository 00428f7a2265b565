package io.plsim.benchmarks;

import io.plsim.server.Simulator;
import io.plsim.server.configuration.Environment;
import io.plsim.server.configuration.Overrides;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the call to a ready simulator in a JVM that has started one before: what each test with a simulator of its own
 * pays. The warm-up iteration is the first instance, the first measured one the second.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 20)
@Fork(3)
@State(Scope.Benchmark)
public class StartBenchmark {
    private static final Map<String, String> FREE_PORTS =
            Map.of("PLSIM_PORT", "0", "PLSIM_GATEWAY_PORT", "0", "PLSIM_CONSOLE_PORT", "0", "PLSIM_TLS_PORT", "0");

    private @Nullable Simulator running;

    /** Starts a simulator on free ports and asks whether it is ready. */
    @Benchmark
    public int startToReady() throws Exception {
        running = Simulator.start(Environment.settings(Overrides.NONE, FREE_PORTS));
        HttpURLConnection ready = (HttpURLConnection)
                running.consoleUrl().resolve("/ready").toURL().openConnection();
        return ready.getResponseCode();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        if (running != null) {
            running.close();
        }
    }
}
