package io.plsim.testkit.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes inside a test, to look at how they end. */
final class InnerTests {
    private InnerTests() {}

    static EngineExecutionResults run(Class<?> tests, String... parameters) {
        EngineTestKit.Builder engine = EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests));
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            engine.configurationParameter(parts[0], parts[1]);
        }
        return engine.execute();
    }

    /** How the only failure looks in a report: message, causes, suppressed. */
    static String failureOf(Class<?> tests, String method) {
        Throwable failure = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(tests.getName() + "#" + method))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " did not fail"));
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
