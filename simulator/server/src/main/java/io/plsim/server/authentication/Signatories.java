package io.plsim.server.authentication;

import io.plsim.server.authentication.sigv4.CredentialScope;
import io.plsim.server.authentication.sigv4.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Who may sign, for the verifier: it never holds a secret, it hands the function that needs one to the signatory. */
public final class Signatories {
    /** The search for a mixed-up secret stops here. */
    private static final int OTHERS = 50;

    private final Map<String, List<Signatory>> byAccessKey;

    public Signatories(CredentialStore credentials) {
        byAccessKey = credentials.all().stream()
                .map(Signatory::new)
                .collect(Collectors.groupingBy(
                        signatory -> signatory.credential.accessKeyId(), LinkedHashMap::new, Collectors.toList()));
    }

    /** The signatory of an access key with exactly that session token (or exactly none). */
    public Optional<Signatory> find(String accessKeyId, Optional<String> sessionToken) {
        return byAccessKey.getOrDefault(accessKeyId, List.of()).stream()
                .filter(signatory -> signatory.hasToken(sessionToken))
                .findFirst();
    }

    /** The signatory of an access key, whatever the token; only for {@code authentication: parse}. */
    Optional<Signatory> findUnproven(String accessKeyId, Optional<String> sessionToken) {
        return find(accessKeyId, sessionToken)
                .or(() -> byAccessKey.getOrDefault(accessKeyId, List.of()).stream()
                        .findFirst());
    }

    /** Some of the other signatories, to find out whether a client mixed up its secrets. */
    public List<Signatory> othersThan(Signatory one) {
        return byAccessKey.values().stream()
                .flatMap(List::stream)
                .filter(other -> !other.credential.secretAccessKey().equals(one.credential.secretAccessKey()))
                .limit(OTHERS)
                .toList();
    }

    /** One credential, ready to sign; it keeps the signing keys of its secret, so they end with it. */
    public static final class Signatory {
        private final IamCredential credential;
        private final Caller caller;
        private final SigningKeys keys = new SigningKeys();

        private Signatory(IamCredential credential) {
            this.credential = credential;
            this.caller = credential.caller();
        }

        /** Applies a function to the secret; what it answers must not give the secret away. */
        public String sign(UnaryOperator<String> withSecret) {
            return withSecret.apply(credential.secretAccessKey());
        }

        /** The signing key for a scope that was checked. */
        public byte[] signingKey(CredentialScope scope) {
            return keys.of(scope, credential.secretAccessKey());
        }

        public boolean expiredAt(Instant now) {
            return credential.expiresAt() != null && !now.isBefore(credential.expiresAt());
        }

        public Caller caller() {
            return caller;
        }

        /** Its access key and ARN. */
        public String name() {
            return credential.accessKeyId() + " (" + credential.arn() + ")";
        }

        private boolean hasToken(Optional<String> token) {
            String own = credential.sessionToken();
            return own == null
                    ? token.isEmpty()
                    : token.isPresent()
                            && MessageDigest.isEqual(
                                    own.getBytes(StandardCharsets.UTF_8),
                                    token.get().getBytes(StandardCharsets.UTF_8));
        }
    }
}
