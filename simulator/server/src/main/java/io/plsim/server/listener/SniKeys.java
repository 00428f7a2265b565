package io.plsim.server.listener;

import io.plsim.server.privatedns.CertificateAuthority.Identity;
import io.plsim.server.privatedns.ServerCertificates;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Gives each TLS handshake the certificate of the name that its client asks for; the name is the key's alias. */
final class SniKeys extends X509ExtendedKeyManager {
    /** What a client means that names nobody, as clients do that connect to an address or to {@code localhost}. */
    private static final String NO_NAME = "localhost";

    private final ServerCertificates certificates;

    SniKeys(ServerCertificates certificates) {
        this.certificates = certificates;
    }

    /** The host name that a TLS client asked for. */
    static Optional<String> askedFor(@Nullable SSLSession session) {
        List<SNIServerName> names =
                session instanceof ExtendedSSLSession extended ? extended.getRequestedServerNames() : List.of();
        for (SNIServerName name : names) {
            if (name instanceof SNIHostName host) {
                return Optional.of(host.getAsciiName());
            }
        }
        return Optional.empty();
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        String name = askedFor(engine.getHandshakeSession()).orElse(NO_NAME);
        return certificates
                .of(name)
                .filter(identity -> keyType.startsWith(identity.key().getAlgorithm()))
                .map(identity -> name)
                .orElse(null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return certificates
                .of(alias)
                .map(Identity::chain)
                .map(chain -> chain.toArray(new X509Certificate[0]))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return certificates.of(alias).map(Identity::key).orElse(null);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
