package io.plsim.server.listener;

import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.privatedns.EndpointNames;
import io.plsim.server.privatedns.EndpointNames.Served;
import io.plsim.server.privatedns.ServerCertificates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.io.EndPoint.SslSessionData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The ports of one simulator: each endpoint's own, and the console's; a request belongs to the port it came through. */
final class Ports {
    /** {@code baggage} alone may be 8 KB and bearer tokens are large, so the usual 8 KB for all headers is too little. */
    private static final int HEADER_BYTES = 64 * 1024;

    private final Map<Connector, VpcEndpoint> endpoints = new LinkedHashMap<>();
    private final Map<Connector, EndpointNames> tls = new LinkedHashMap<>();
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

    /** Opens a TLS port for all the endpoints, told apart by their names. */
    ServerConnector tlsConnector(Server server, ServerCertificates certificates, int port) {
        HttpConfiguration http = endpointHttp();
        // Without Jetty's own comparison of Host and certificate, which would answer before ours and in other words.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                at(port, new ServerConnector(server, new TlsContext(certificates), new HttpConnectionFactory(http)));
        tls.put(connector, certificates.names());
        return connector;
    }

    /**
     * The endpoint whose port the request came through, on a TLS port the one that the Host names; null for the
     * console's. A name that is none of ours counts for the first endpoint, and {@link #misdirected} refuses it.
     */
    @Nullable
    VpcEndpoint endpointOf(Request request) {
        Connector connector = request.getConnectionMetaData().getConnector();
        EndpointNames names = tls.get(connector);
        return names == null
                ? endpoints.get(connector)
                : names.find(hostOf(request)).map(Served::endpoint).orElseGet(names::localEndpoint);
    }

    /** Why a request came to the wrong place: its Host is none of ours, or not the one that its TLS handshake named. */
    @Nullable
    Refusal misdirected(Request request) {
        EndpointNames names = tls.get(request.getConnectionMetaData().getConnector());
        if (names == null) {
            return null;
        }
        Optional<Served> host = names.find(hostOf(request));
        Optional<Served> asked = askedFor(request).flatMap(names::find);
        boolean agree = asked.isEmpty() || asked.equals(host);
        return host.isPresent() && agree
                ? null
                : Refusal.of(AwsError.MALFORMED_HTTP_REQUEST, "No endpoint answers to this Host here.")
                        .withStatus(HttpStatus.MISDIRECTED_REQUEST_421);
    }

    private static String hostOf(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        // HTTP/1.0 has no Host; what the handshake named stands in for it.
        return host == null ? askedFor(request).orElse("localhost") : host;
    }

    private static Optional<String> askedFor(Request request) {
        SslSessionData session =
                request.getConnectionMetaData().getConnection().getEndPoint().getSslSessionData();
        return session == null ? Optional.empty() : SniKeys.askedFor(session.sslSession());
    }

    private ServerConnector connector(Server server, HttpConfiguration http, int port) {
        http.setSendServerVersion(false);
        return at(port, new ServerConnector(server, new HttpConnectionFactory(http)));
    }

    private ServerConnector at(int port, ServerConnector connector) {
        connector.setHost(bindAddress);
        connector.setPort(port);
        return connector;
    }

    private static HttpConfiguration endpointHttp() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
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
