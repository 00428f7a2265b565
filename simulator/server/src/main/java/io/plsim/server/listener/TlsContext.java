package io.plsim.server.listener;

import io.plsim.server.privatedns.EndpointNames;
import io.plsim.server.privatedns.ServerCertificates;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS with a certificate for each name; a name that no endpoint has is refused in the handshake. */
final class TlsContext extends SslContextFactory.Server {
    private final SNIMatcher known;

    TlsContext(ServerCertificates certificates) {
        known = new KnownNames(certificates.names());
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new SniKeys(certificates)}, new TrustManager[0], null);
            setSslContext(context);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has TLS", impossible);
        }
    }

    @Override
    public SSLParameters customize(SSLParameters parameters) {
        SSLParameters customized = super.customize(parameters);
        customized.setSNIMatchers(List.of(known));
        return customized;
    }

    /** Without a match Java answers the alert {@code unrecognized_name}. */
    private static final class KnownNames extends SNIMatcher {
        private final EndpointNames names;

        KnownNames(EndpointNames names) {
            super(StandardConstants.SNI_HOST_NAME);
            this.names = names;
        }

        @Override
        public boolean matches(SNIServerName name) {
            try {
                return names.find(new SNIHostName(name.getEncoded()).getAsciiName())
                        .isPresent();
            } catch (IllegalArgumentException noHostName) {
                return false;
            }
        }
    }
}
