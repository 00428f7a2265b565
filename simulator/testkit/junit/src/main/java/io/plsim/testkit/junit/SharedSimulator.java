package io.plsim.testkit.junit;

import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.RecordedDecision;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A simulator in a context's store, lent to one test at a time: a second would see the first one's decisions. */
final class SharedSimulator implements AutoCloseable {
    private final InProcessSimulator simulator;
    private final Options options;
    private final AtomicReference<String> borrower = new AtomicReference<>("");

    private SharedSimulator(InProcessSimulator simulator, Options options) {
        this.simulator = simulator;
        this.options = options;
    }

    /** Starts one; JUnit closes it at the end of the class or test that the context stands for. */
    static void start(Options options, ExtensionContext context, Namespace namespace) {
        ClassLoader loader = context.getRequiredTestClass().getClassLoader();
        context.getStore(namespace)
                .put(SharedSimulator.class, new SharedSimulator(InProcessSimulator.start(options, loader), options));
    }

    static boolean exists(ExtensionContext context, Namespace namespace) {
        return context.getStore(namespace).get(SharedSimulator.class) != null;
    }

    /** The nearest one: the test's own, else its class's, else an enclosing class's. */
    static SharedSimulator of(ExtensionContext context, Namespace namespace) {
        SharedSimulator found = context.getStore(namespace).get(SharedSimulator.class, SharedSimulator.class);
        if (found == null) {
            throw new UnusableOptionException("No simulator runs for " + context.getDisplayName()
                    + "; annotate the method or its class with @PrivateLinkEndpoint.");
        }
        return found;
    }

    InProcessSimulator simulator() {
        return simulator;
    }

    void lend(ExtensionContext test) {
        if (!borrower.compareAndSet("", test.getUniqueId())) {
            throw new UnusableOptionException("Another test of this class uses its simulator right now. Make the"
                    + " extension's field an instance field, or annotate the class with"
                    + " @Execution(ExecutionMode.SAME_THREAD).");
        }
        simulator.reset();
    }

    void takeBack(ExtensionContext test) {
        if (!borrower.compareAndSet(test.getUniqueId(), "")) {
            return;
        }
        if (options.failOnUnexpectedDenial() && test.getExecutionException().isEmpty()) {
            Decisions decisions = simulator.decisions();
            List<RecordedDecision> unexpected = decisions.unexpectedDenials();
            if (!unexpected.isEmpty()) {
                throw new AssertionError("The endpoint policy denied what no assertion of this test looked at:"
                        + System.lineSeparator() + decisions.report(unexpected));
            }
        }
    }

    /** The failure with this test's decisions attached to it. */
    Throwable explained(ExtensionContext test, Throwable failure) {
        DecisionsOfThisTest decisions =
                new DecisionsOfThisTest(simulator.decisions().report());
        failure.addSuppressed(decisions);
        test.publishReportEntry("plsim decisions", String.valueOf(decisions.getMessage()));
        return failure;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
