package io.plsim.server.privatedns;

import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.privatedns.CertificateAuthority.Identity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of the TLS ports: one for each name that is asked for, made when it is first asked for. Without a
 * folder the authority too is made then, so that a start does not wait for it.
 */
public final class ServerCertificates {
    private final EndpointNames names;
    private final Map<String, Identity> issued = new ConcurrentHashMap<>();
    private @Nullable CertificateAuthority authority;

    private ServerCertificates(EndpointNames names, @Nullable CertificateAuthority authority) {
        this.names = names;
        this.authority = authority;
    }

    /**
     * Certificates for these names.
     *
     * @param folder where the authority is kept; null to keep it in memory
     * @throws InvalidConfigurationException when the folder holds something unusable or cannot be written
     */
    public static ServerCertificates open(EndpointNames names, @Nullable Path folder)
            throws InvalidConfigurationException {
        return new ServerCertificates(names, folder == null ? null : new AuthorityFolder(folder).open());
    }

    public EndpointNames names() {
        return names;
    }

    /** The authority whose certificate clients must trust. */
    public synchronized CertificateAuthority authority() {
        if (authority == null) {
            authority = CertificateAuthority.create();
        }
        return authority;
    }

    /** The certificate for a host name; empty when no endpoint has that name. */
    public Optional<Identity> of(String host) {
        return names.find(host).map(served -> issued.computeIfAbsent(served.certificate(), this::issue));
    }

    private Identity issue(String name) {
        return authority().issue(name);
    }
}
