package io.plsim.server.listener;

import io.plsim.server.enforcement.VpcEndpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The ports of one simulator: each endpoint's own, and the console's; a request belongs to the port it came through. */
final class Ports {
    /** {@code baggage} alone may be 8 KB and bearer tokens are large, so the usual 8 KB for all headers is too little. */
    private static final int HEADER_BYTES = 64 * 1024;

    private final Map<Connector, VpcEndpoint> endpoints = new LinkedHashMap<>();
    private final String bindAddress;

    Ports(String bindAddress) {
        this.bindAddress = bindAddress;
    }

    /** Opens an HTTP port for an endpoint when the server starts; 0 means any free port. */
    ServerConnector endpointConnector(Server server, VpcEndpoint endpoint, int port) {
        ServerConnector connector = connector(server, endpointHttp(), port);
        endpoints.put(connector, endpoint);
        return connector;
    }

    ServerConnector consoleConnector(Server server, int port) {
        return connector(server, new HttpConfiguration(), port);
    }

    /** The endpoint whose port the request came through; null for the console's. */
    @Nullable VpcEndpoint endpointOf(Request request) {
        return endpoints.get(request.getConnectionMetaData().getConnector());
    }

    private ServerConnector connector(Server server, HttpConfiguration http, int port) {
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(bindAddress);
        connector.setPort(port);
        return connector;
    }

    private static HttpConfiguration endpointHttp() {
        HttpConfiguration http = new HttpConfiguration();
        // Signatures cover header values byte for byte: Jetty must not swap in its lower-case cached ones.
        http.setHeaderCacheCaseSensitive(true);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.STRICT);
        // ARNs travel as %3A and %2F inside one path segment; nothing else that is ambiguous does.
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "agentcore", Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING));
        return http;
    }
}
