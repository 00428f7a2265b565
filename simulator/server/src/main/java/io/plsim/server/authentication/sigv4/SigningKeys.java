package io.plsim.server.authentication.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signing keys of one secret, by day and scope. It belongs to the credential that holds the secret and dies with it,
 * so a changed secret can never meet a key of the old one.
 */
public final class SigningKeys {
    /** A presigned request may be seven days old; a header's signature is of today, yesterday or tomorrow. */
    static final int KEPT = 10;

    private final Map<String, byte[]> byScope = new LinkedHashMap<>();

    /** The key of a secret for a scope that was checked before; others must not get here and push out the good ones. */
    public byte[] of(CredentialScope scope, String secret) {
        synchronized (byScope) {
            byte[] known = byScope.get(scope.text());
            if (known != null) {
                return known;
            }
            byte[] derived = derive("AWS4" + secret, scope);
            if (byScope.size() >= KEPT) {
                byScope.remove(byScope.keySet().iterator().next());
            }
            byScope.put(scope.text(), derived);
            return derived;
        }
    }

    /** The chain of HMACs that makes the key of one day, region and service. */
    public static byte[] derive(String start, CredentialScope scope) {
        byte[] date = Digests.hmac(start.getBytes(StandardCharsets.UTF_8), scope.date());
        return Digests.hmac(Digests.hmac(Digests.hmac(date, scope.region()), scope.service()), scope.terminator());
    }
}
