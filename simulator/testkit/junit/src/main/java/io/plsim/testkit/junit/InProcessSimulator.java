package io.plsim.testkit.junit;

import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.server.Simulator;
import io.plsim.server.authentication.IamCredential;
import io.plsim.server.configuration.Environment;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Overrides;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.inbound.EndpointService;
import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.PolicyNotAttachedException;
import io.plsim.testkit.decisions.PrivateLinkSimulator;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import io.plsim.testkit.decisions.SimulatorConsole;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A simulator in the test's own JVM, on free ports of the loopback interface. */
public final class InProcessSimulator implements PrivateLinkSimulator, AutoCloseable {
    private final Simulator simulator;
    private final Options options;
    private final ClassLoader loader;
    private final SimulatorConsole console;
    private volatile Decisions decisions;

    private InProcessSimulator(Simulator simulator, Options options, ClassLoader loader) {
        this.simulator = simulator;
        this.options = options;
        this.loader = loader;
        this.console = SharedConsole.CLIENT.elsewhere(simulator.consoleUrl());
        this.decisions = new Decisions(console);
    }

    /** One HTTP client for all simulators of this JVM: each would cost threads and a selector of its own. */
    private static final class SharedConsole {
        private static final SimulatorConsole CLIENT = SimulatorConsole.at(URI.create("http://localhost"));
    }

    static InProcessSimulator start(Options options, ClassLoader loader) {
        Map<String, String> variables = new HashMap<>();
        for (String port : List.of("PLSIM_PORT", "PLSIM_GATEWAY_PORT", "PLSIM_CONSOLE_PORT", "PLSIM_TLS_PORT")) {
            variables.put(port, "0");
        }
        if (!options.configuration().isEmpty()) {
            variables.put(
                    "PLSIM_CONFIG", Source.path(options.configuration(), loader).toString());
        }
        Simulator started;
        try {
            started = Simulator.start(Environment.settings(Overrides.NONE, variables));
        } catch (InvalidConfigurationException invalid) {
            throw new UnusableOptionException(String.valueOf(invalid.getMessage()));
        }
        InProcessSimulator simulator = new InProcessSimulator(started, options, loader);
        try {
            simulator.attachDeclaredPolicies();
            return simulator;
        } catch (RuntimeException unusable) {
            started.close();
            throw unusable;
        }
    }

    /** As if newly started: no decisions, empty stubs, the declared policies. */
    void reset() {
        console.reset();
        attachDeclaredPolicies();
        decisions = new Decisions(console);
    }

    private void attachDeclaredPolicies() {
        attach(EndpointService.DATA_PLANE, options.policy());
        attach(EndpointService.GATEWAY, options.gatewayPolicy());
    }

    private void attach(EndpointService service, String option) {
        if (option.isEmpty()) {
            return;
        }
        Source source = Source.read(option, loader);
        try {
            endpoint(service).attach(source.text(), source.name());
        } catch (InvalidPolicyException invalid) {
            throw new PolicyNotAttachedException(FindingLines.of(source.name(), invalid));
        }
    }

    private VpcEndpoint endpoint(EndpointService service) {
        return simulator.endpoints().stream()
                .filter(endpoint -> endpoint.service() == service)
                .findFirst()
                .orElseThrow(() -> new UnusableOptionException(
                        "The configuration has no " + service.suffix() + " endpoint for this policy or call."));
    }

    @Override
    public URI getEndpoint() {
        return simulator.url(endpoint(EndpointService.DATA_PLANE));
    }

    @Override
    public URI getGatewayEndpoint() {
        return simulator.url(endpoint(EndpointService.GATEWAY));
    }

    @Override
    public URI getHttpsEndpoint() {
        return console.tlsUrl().orElseThrow(() -> new IllegalStateException("This simulator serves no TLS."));
    }

    @Override
    public URI getConsoleUri() {
        return simulator.consoleUrl();
    }

    @Override
    public String getRegion() {
        return simulator.settings().region();
    }

    @Override
    public List<SimulatedPrincipal> getPrincipals() {
        return simulator.settings().principals().stream()
                .map(InProcessSimulator::principal)
                .toList();
    }

    private static SimulatedPrincipal principal(IamCredential credential) {
        return new SimulatedPrincipal(
                credential.accessKeyId(),
                credential.secretAccessKey(),
                credential.sessionToken(),
                credential.arn(),
                credential.roleArn(),
                credential.organizationId(),
                Objects.requireNonNullElse(credential.tags(), Map.of()));
    }

    @Override
    public Decisions decisions() {
        return decisions;
    }

    @Override
    public SimulatorConsole console() {
        return console;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
