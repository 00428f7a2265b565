package io.plsim.server.listener;

import io.javalin.Javalin;
import io.plsim.server.RequestPipeline;
import io.plsim.server.console.ConsoleRoute;
import io.plsim.server.decisionlog.DecisionLog;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.privatedns.ServerCertificates;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;

/** One Javalin on one Jetty with all the ports of a simulator: every endpoint's, and the console's. */
public final class SimulatorServer implements AutoCloseable {
    private final Map<VpcEndpoint, ServerConnector> endpointPorts = new HashMap<>();
    private final List<ServerConnector> tlsPorts = new ArrayList<>();
    private final Javalin javalin;
    private final DecisionStreams streams;
    private @Nullable ServerConnector consolePort;
    private @Nullable OpenSockets openSockets;

    /** A port to open for an endpoint; 0 means any free one. */
    public record EndpointPort(VpcEndpoint endpoint, int port) {}

    /** The TLS ports, which all lead to all endpoints; 0 means any free one. */
    public record TlsPorts(ServerCertificates certificates, List<Integer> ports) {}

    /**
     * What the server listens on.
     *
     * @param drain how long running requests may take to end when the server stops
     */
    public record Binding(
            String address,
            List<EndpointPort> endpoints,
            TlsPorts tls,
            int consolePort,
            List<String> consoleHosts,
            Duration drain) {}

    /** A server that is not started yet. */
    public SimulatorServer(Binding binding, RequestPipeline pipeline, List<ConsoleRoute> routes, DecisionLog log) {
        Ports ports = new Ports(binding.address());
        streams = new DecisionStreams(log);
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.jetty.modifyServer(server -> {
                OpenSockets sockets = new OpenSockets(server);
                openSockets = sockets;
                server.setHandler(new GracefulHandler(new EndpointHandler(ports, pipeline, sockets)));
                server.setErrorHandler(new AwsErrorHandler(ports, pipeline, sockets));
                server.setStopTimeout(binding.drain().toMillis());
            });
            for (EndpointPort port : binding.endpoints()) {
                config.jetty.addConnector((server, http) -> {
                    ServerConnector connector = ports.endpointConnector(server, port.endpoint(), port.port());
                    endpointPorts.put(port.endpoint(), connector);
                    return connector;
                });
            }
            for (int port : OpenablePorts.of(binding.address(), binding.tls().ports())) {
                config.jetty.addConnector((server, http) -> {
                    ServerConnector connector =
                            ports.tlsConnector(server, binding.tls().certificates(), port);
                    tlsPorts.add(connector);
                    return connector;
                });
            }
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = ports.consoleConnector(server, binding.consolePort());
                consolePort = connector;
                return connector;
            });
            ConsoleRoutes.register(config, routes, streams, new OriginGuard(binding.consoleHosts()));
        });
    }

    public void start() {
        javalin.start();
    }

    /** Where clients reach an endpoint; only after the start. */
    public URI url(VpcEndpoint endpoint) {
        return local(Objects.requireNonNull(endpointPorts.get(endpoint), "the endpoint has a port"));
    }

    /** Where the console is; only after the start. */
    public URI consoleUrl() {
        return local(Objects.requireNonNull(consolePort, "the console has a port"));
    }

    /** The first TLS port as a number; only after the start. */
    public int tlsPort() {
        return tlsPorts.get(0).getLocalPort();
    }

    private static URI local(ServerConnector connector) {
        return URI.create("http://localhost:" + connector.getLocalPort());
    }

    /** Stops taking requests, lets the running ones end, and closes the ports. */
    @Override
    public void close() {
        streams.close();
        if (openSockets != null) {
            openSockets.close();
        }
        javalin.stop();
    }
}
