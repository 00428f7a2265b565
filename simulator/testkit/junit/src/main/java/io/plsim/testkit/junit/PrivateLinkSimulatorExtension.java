package io.plsim.testkit.junit;

import io.plsim.testkit.decisions.AwsSdkClients;
import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.PrivateLinkSimulator;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import io.plsim.testkit.decisions.SimulatorConsole;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts a simulator for tests, in their own JVM on free ports. Registered in a static field: one for all tests of the
 * class, reset before each; in an instance field: one for each test, so that tests may run in parallel. Or use
 * {@link PrivateLinkEndpoint}. When a test fails, its decisions and why each denial was one are in the failure.
 */
public final class PrivateLinkSimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                PrivateLinkSimulator {
    private final Namespace namespace = Namespace.create(PrivateLinkSimulatorExtension.class, this);
    private final @Nullable Options declared;
    private volatile @Nullable InProcessSimulator latest;

    /** For {@link PrivateLinkEndpoint}, which holds the options. */
    PrivateLinkSimulatorExtension() {
        this(null);
    }

    private PrivateLinkSimulatorExtension(@Nullable Options declared) {
        this.declared = declared;
    }

    /** A simulator with every option at its default: full access. */
    public static PrivateLinkSimulatorExtension create() {
        return builder().build();
    }

    /** An extension for {@code @RegisterExtension}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The options of an extension, as {@link PrivateLinkEndpoint} has them. */
    public static final class Builder {
        private String policy = "";
        private String gatewayPolicy = "";
        private String configuration = "";
        private boolean failOnUnexpectedDenial;

        private Builder() {}

        /** The data-plane endpoint's policy: {@code classpath:...}, {@code file:...} or JSON; absent = full access. */
        public Builder policy(String source) {
            policy = source;
            return this;
        }

        /** The gateway endpoint's policy, given likewise; absent = full access. */
        public Builder gatewayPolicy(String source) {
            gatewayPolicy = source;
            return this;
        }

        /** A configuration file: {@code classpath:...} or {@code file:...}; its ports are replaced by free ones. */
        public Builder configuration(String source) {
            configuration = source;
            return this;
        }

        /** Whether a test fails when the policy denied a request and the test neither asserted nor expected that. */
        public Builder failOnUnexpectedDenial(boolean fail) {
            failOnUnexpectedDenial = fail;
            return this;
        }

        public PrivateLinkSimulatorExtension build() {
            return new PrivateLinkSimulatorExtension(
                    new Options(policy, gatewayPolicy, configuration, failOnUnexpectedDenial));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Options options = declared == null ? annotated(context) : declared;
        if (options != null) {
            SharedSimulator.start(options, context, namespace);
            latest = SharedSimulator.of(context, namespace).simulator();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Options ownOptions = declared == null ? annotated(context) : declared;
        boolean shared = SharedSimulator.exists(context, namespace);
        if (ownOptions != null && !(shared && declared != null)) {
            SharedSimulator.start(ownOptions, context, namespace);
        }
        SharedSimulator simulator = SharedSimulator.of(context, namespace);
        simulator.lend(context);
        latest = simulator.simulator();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SharedSimulator.of(context, namespace).takeBack(context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw SharedSimulator.of(context, namespace).explained(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw SharedSimulator.of(context, namespace).explained(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw SharedSimulator.of(context, namespace).explained(context, failure);
    }

    private static @Nullable Options annotated(ExtensionContext context) {
        return context.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, PrivateLinkEndpoint.class))
                .map(Options::of)
                .orElse(null);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == PrivateLinkSimulator.class
                || type == InProcessSimulator.class
                || type == Decisions.class
                || type == AwsSdkClients.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        InProcessSimulator simulator = SharedSimulator.of(context, namespace).simulator();
        if (type == Decisions.class) {
            return simulator.decisions();
        }
        return type == AwsSdkClients.class ? new AwsSdkClients(simulator) : simulator;
    }

    private InProcessSimulator running() {
        return Optional.ofNullable(latest)
                .orElseThrow(() -> new IllegalStateException(
                        "The simulator runs during tests only, and from @BeforeAll on when its field is static."));
    }

    @Override
    public URI getEndpoint() {
        return running().getEndpoint();
    }

    @Override
    public URI getGatewayEndpoint() {
        return running().getGatewayEndpoint();
    }

    @Override
    public URI getHttpsEndpoint() {
        return running().getHttpsEndpoint();
    }

    @Override
    public URI getConsoleUri() {
        return running().getConsoleUri();
    }

    @Override
    public String getRegion() {
        return running().getRegion();
    }

    @Override
    public List<SimulatedPrincipal> getPrincipals() {
        return running().getPrincipals();
    }

    @Override
    public Decisions decisions() {
        return running().decisions();
    }

    @Override
    public SimulatorConsole console() {
        return running().console();
    }
}
