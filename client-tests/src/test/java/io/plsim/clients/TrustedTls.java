package io.plsim.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.HttpHost;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.protocol.HttpContext;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** What a client has under private DNS: AWS's names lead to the simulator, and its authority is trusted. */
final class TrustedTls {
    private final SSLContext context;
    private final InetSocketAddress server;

    TrustedTls(RunningSimulator simulator) throws Exception {
        context = trusting(simulator.console("GET", "/certs/ca.pem", "").body());
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port(simulator));
    }

    static int port(RunningSimulator simulator) throws Exception {
        return URI.create(simulator
                        .consoleJson("/api/endpoints")
                        .get(0)
                        .path("tlsUrl")
                        .asText())
                .getPort();
    }

    /** A context that trusts one authority and nobody else. */
    static SSLContext trusting(String pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "plsim",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    SSLContext context() {
        return context;
    }

    /** The SDK as everybody uses it, at the endpoint it finds itself; only its connections end up at the simulator. */
    BedrockAgentCoreClient sdk(Callers caller) {
        return sdk(caller, null);
    }

    BedrockAgentCoreClient sdk(Callers caller, URI endpoint) {
        var builder = BedrockAgentCoreClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(caller.credentials()))
                .httpClientBuilder(ApacheHttpClient.builder()
                        .dnsResolver(host -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                        .socketFactory(new Redirected()));
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).build();
    }

    /** A connection that names a host in its handshake and verifies the certificate against that name. */
    Wire wire(String name) throws IOException {
        Socket plain = new Socket(server.getAddress(), server.getPort());
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, name, server.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return new Wire(tls);
    }

    /** Port 443 of every host is the simulator's TLS port; names are verified as ever. */
    private final class Redirected extends SSLConnectionSocketFactory {
        Redirected() {
            super(context);
        }

        @Override
        public Socket connectSocket(
                int timeout,
                Socket socket,
                HttpHost host,
                InetSocketAddress remote,
                InetSocketAddress local,
                HttpContext http)
                throws IOException {
            return super.connectSocket(timeout, socket, host, server, local, http);
        }
    }
}
