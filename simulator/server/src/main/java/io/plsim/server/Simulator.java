package io.plsim.server;

import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.Readings;
import io.plsim.server.authentication.Authenticator;
import io.plsim.server.authentication.Authorizers;
import io.plsim.server.authentication.CallerProof;
import io.plsim.server.authentication.CredentialStore;
import io.plsim.server.authentication.IamCredential;
import io.plsim.server.authentication.Signatories;
import io.plsim.server.authentication.bearer.BuiltInIssuer;
import io.plsim.server.authentication.bearer.TokenVerifier;
import io.plsim.server.authentication.sigv4.SignatureVerifier;
import io.plsim.server.configuration.BearerOnlyResources;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Settings;
import io.plsim.server.console.ConsoleApi;
import io.plsim.server.decisionlog.DecisionLog;
import io.plsim.server.enforcement.ContextKeyCollector;
import io.plsim.server.enforcement.EndpointPolicyGate;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.forwarding.stub.StubForwarder;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.listener.SimulatorServer;
import io.plsim.server.listener.SimulatorServer.EndpointPort;
import io.plsim.server.operation.OperationCatalog;
import io.plsim.server.operation.ResolutionContext;
import io.plsim.server.privatedns.EndpointNames;
import io.plsim.server.privatedns.ServerCertificates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One running simulator: endpoints, their policies, callers, stubs, decision log and console, put together. */
public final class Simulator implements AutoCloseable {
    private final Settings settings;
    private final List<VpcEndpoint> endpoints;
    private final DecisionLog log;
    private final BuiltInIssuer issuer;
    private final ConfiguredForwarding forwarding;
    private final ServerCertificates certificates;
    private final SimulatorServer server;

    private Simulator(Settings settings, List<EndpointPort> ports) throws InvalidConfigurationException {
        this.settings = settings;
        this.endpoints = ports.stream().map(EndpointPort::endpoint).toList();
        this.log = new DecisionLog(settings.recordsKept());
        Clock clock = settings.clock();
        this.issuer = new BuiltInIssuer(settings.issuer(), clock);
        TokenVerifier tokens = ConfiguredTokens.verifier(settings, issuer);
        Authorizers authorizers = ConfiguredAuthorizers.of(settings.file().resources());
        Readings readings = ConfiguredReadings.policy(settings.file().readings());
        StubForwarder stubs = new StubForwarder(
                stubSettings(settings, tokens, authorizers),
                clock,
                new SecureRandom(),
                ConfiguredStubs.tools(settings.file().resources()));
        ConfiguredStubs.script(settings.file().scriptedAnswers(), stubs.scripted());
        this.forwarding = ConfiguredForwarding.of(settings, stubs);
        RequestPipeline pipeline =
                pipeline(settings, clock, tokens, authorizers, forwarding.forwarder(), log, readings);
        EndpointNames names = new EndpointNames(settings.region(), endpoints, settings.tlsNames());
        this.certificates = ServerCertificates.open(names, settings.tlsDirectory());
        ConsoleApi.Reach reach = new ConsoleApi.Reach(
                endpoint -> url(endpoint).toString(),
                endpoint -> tlsUrl(endpoint).toString(),
                this::authorityPem);
        ConsoleApi console =
                new ConsoleApi(endpoints, reach, log, issuer, readings, BearerOnlyResources.of(settings.file()), stubs);
        List<String> consoleHosts = Objects.requireNonNullElse(settings.file().consoleHosts(), List.of());
        this.server = new SimulatorServer(
                new SimulatorServer.Binding(
                        settings.bind(),
                        ports,
                        new SimulatorServer.TlsPorts(certificates, settings.tlsPorts()),
                        settings.consolePort(),
                        consoleHosts,
                        settings.drain()),
                pipeline,
                console.routes(),
                log);
    }

    /**
     * Builds and starts a simulator.
     *
     * @throws InvalidConfigurationException when something configured cannot be used; nothing listens then
     */
    public static Simulator start(Settings settings) throws InvalidConfigurationException {
        checkNumbers(settings);
        checkCredentials(settings.principals());
        Simulator simulator = new Simulator(settings, ports(settings));
        try {
            simulator.server.start();
        } catch (RuntimeException failed) {
            simulator.forwarding.close();
            throw failed;
        }
        return simulator;
    }

    private static StubSettings stubSettings(Settings settings, TokenVerifier tokens, Authorizers authorizers)
            throws InvalidConfigurationException {
        String partition = ResolutionContext.partitionOf(settings.region());
        return new StubSettings(
                partition,
                settings.region(),
                settings.accountId(),
                request -> tokens.issuerName(authorizers
                        .of(request.operation().resourceKind(), request.resourceId())
                        .discoveryUrl()),
                ConfiguredReadings.urls(settings.file().readings(), settings.region()));
    }

    private static RequestPipeline pipeline(
            Settings settings,
            Clock clock,
            TokenVerifier tokens,
            Authorizers authorizers,
            Forwarder forwarder,
            DecisionLog log,
            Readings readings)
            throws InvalidConfigurationException {
        Signatories signatories = new Signatories(new CredentialStore(settings.principals()));
        Configuration.Readings chosen = settings.file().readings();
        boolean bearerEverywhere = chosen == null || !Boolean.FALSE.equals(chosen.bearerOnEveryOperation());
        boolean verify = settings.authentication() == Configuration.Authentication.VERIFY;
        String region = settings.region();
        return new RequestPipeline(
                new Authenticator(
                        new SignatureVerifier(signatories, region, clock, ConfiguredReadings.signatures(chosen)),
                        signatories,
                        verify),
                OperationCatalog.load(),
                new ResolutionContext(
                        ResolutionContext.partitionOf(region),
                        region,
                        settings.accountId(),
                        null,
                        settings.defaultGateway(),
                        ConfiguredReadings.operations(chosen)),
                new CallerProof(tokens, authorizers, bearerEverywhere, verify),
                ConfiguredReadings.urls(chosen, region),
                new EndpointPolicyGate(new ContextKeyCollector(
                        clock,
                        settings.file().vpcSourceIp(),
                        readings.oauthPrincipalKeys(),
                        ConfiguredResources.tags(settings.file().resources()))),
                forwarder,
                log,
                clock);
    }

    private static List<EndpointPort> ports(Settings settings) throws InvalidConfigurationException {
        Readings readings = ConfiguredReadings.policy(settings.file().readings());
        List<EndpointPort> ports = new ArrayList<>();
        Set<EndpointService> seen = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Configuration.Endpoint configured : settings.endpoints()) {
            EndpointService service = service(configured);
            if (!ids.add(configured.id())) {
                throw new InvalidConfigurationException("endpoints: the id " + configured.id() + " is there twice.");
            }
            VpcEndpoint endpoint = new VpcEndpoint(
                    configured.id(),
                    service,
                    settings.region(),
                    settings.vpcId(configured),
                    Objects.requireNonNullElse(configured.mode(), settings.mode()) == Configuration.Mode.AUDIT,
                    readings);
            boolean first = seen.add(service);
            String policy = configured.policy();
            if (first
                    && service == EndpointService.DATA_PLANE
                    && settings.file().policy() != null) {
                policy = settings.file().policy();
            }
            if (policy != null) {
                attach(endpoint, settings.baseDirectory().resolve(policy), policy);
            }
            ports.add(new EndpointPort(endpoint, port(settings, configured, service, first)));
        }
        return ports;
    }

    private static EndpointService service(Configuration.Endpoint configured) throws InvalidConfigurationException {
        for (EndpointService service : EndpointService.values()) {
            if (service.suffix().equals(configured.service())) {
                return service;
            }
        }
        throw new InvalidConfigurationException("endpoints: the service of " + configured.id() + " is \""
                + configured.service() + "\"; it must be bedrock-agentcore or bedrock-agentcore.gateway.");
    }

    private static int port(
            Settings settings, Configuration.Endpoint configured, EndpointService service, boolean first)
            throws InvalidConfigurationException {
        if (configured.port() != null) {
            return configured.port();
        }
        if (!first) {
            throw new InvalidConfigurationException("endpoints: " + configured.id()
                    + " is a further endpoint of its service and needs a \"port\" of its own.");
        }
        return service == EndpointService.GATEWAY ? settings.gatewayPort() : settings.port();
    }

    private static void attach(VpcEndpoint endpoint, Path file, String name) throws InvalidConfigurationException {
        try {
            endpoint.attach(Files.readString(file), name);
        } catch (IOException unreadable) {
            throw new InvalidConfigurationException(
                    "The policy file " + name + " cannot be read; check that it exists and is text.");
        } catch (InvalidPolicyException invalid) {
            List<String> lines = new ArrayList<>();
            for (PolicyFinding finding : invalid.findings()) {
                lines.add("%s:%d:%d: %s at %s: %s"
                        .formatted(
                                name,
                                finding.line(),
                                finding.column(),
                                finding.code(),
                                finding.location(),
                                finding.message()));
            }
            throw new InvalidConfigurationException(String.join(System.lineSeparator(), lines));
        }
    }

    private static void checkNumbers(Settings settings) throws InvalidConfigurationException {
        List<Integer> ports = new ArrayList<>(settings.tlsPorts());
        ports.addAll(List.of(settings.port(), settings.gatewayPort(), settings.consolePort()));
        settings.endpoints().stream()
                .map(Configuration.Endpoint::port)
                .filter(Objects::nonNull)
                .forEach(ports::add);
        for (int port : ports) {
            if (port < 0 || port > 65_535) {
                throw new InvalidConfigurationException("There is no port " + port + "; ports are 0 (any) to 65535.");
            }
        }
        if (settings.drain().isNegative()) {
            throw new InvalidConfigurationException("drainSeconds: a time to drain is zero or more seconds.");
        }
    }

    private static void checkCredentials(List<IamCredential> credentials) throws InvalidConfigurationException {
        Set<List<String>> seen = new HashSet<>();
        for (IamCredential credential : credentials) {
            var fault = credential.fault();
            if (fault.isPresent()) {
                throw new InvalidConfigurationException("principals: " + fault.get() + ".");
            }
            if (!seen.add(List.of(credential.accessKeyId(), String.valueOf(credential.sessionToken())))) {
                throw new InvalidConfigurationException(
                        "principals: " + credential.accessKeyId() + " is there twice with one session token.");
            }
        }
    }

    public Settings settings() {
        return settings;
    }

    public List<VpcEndpoint> endpoints() {
        return endpoints;
    }

    /** Where clients reach an endpoint. */
    public URI url(VpcEndpoint endpoint) {
        return server.url(endpoint);
    }

    /** Where clients reach an endpoint over TLS, by a name that its certificate holds for. */
    public URI tlsUrl(VpcEndpoint endpoint) {
        String name = certificates.names().nameOf(endpoint, settings.defaultGateway());
        return URI.create("https://" + name + ":" + server.tlsPort());
    }

    /** The certificate of the private authority that clients of the TLS ports must trust, as PEM text. */
    public String authorityPem() {
        return certificates.authority().pem();
    }

    public URI consoleUrl() {
        return server.consoleUrl();
    }

    /** Who answers allowed requests, in a line. */
    public String forwarding() {
        return forwarding.description();
    }

    public DecisionLog log() {
        return log;
    }

    public BuiltInIssuer issuer() {
        return issuer;
    }

    /** Stops taking requests, lets the running ones end, and closes the ports. */
    @Override
    public void close() {
        server.close();
        forwarding.close();
    }
}
