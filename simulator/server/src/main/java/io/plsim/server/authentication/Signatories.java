package io.plsim.server.authentication;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who may sign, for the verifier: it never holds a secret, it hands the function that needs one to the signatory. */
public final class Signatories {
    private final CredentialStore credentials;

    public Signatories(CredentialStore credentials) {
        this.credentials = credentials;
    }

    /** The signatory of an access key with exactly that session token (or exactly none). */
    public Optional<Signatory> find(String accessKeyId, Optional<String> sessionToken) {
        return credentials.withAccessKey(accessKeyId).stream()
                .filter(credential -> Optional.ofNullable(credential.sessionToken()).equals(sessionToken))
                .findFirst()
                .map(Signatory::new);
    }

    /** The signatory of an access key, whatever the token; only for {@code authentication: parse}. */
    Optional<Signatory> findUnproven(String accessKeyId) {
        return credentials.withAccessKey(accessKeyId).stream().findFirst().map(Signatory::new);
    }

    /** One credential, ready to sign. */
    public static final class Signatory {
        private final IamCredential credential;

        private Signatory(IamCredential credential) {
            this.credential = credential;
        }

        public String sign(UnaryOperator<String> withSecret) {
            return withSecret.apply(credential.secretAccessKey());
        }

        public boolean expiredAt(Instant now) {
            return credential.expiresAt() != null && !now.isBefore(credential.expiresAt());
        }

        public Caller caller() {
            return credential.caller();
        }
    }
}
