package io.plsim.server.authentication.sigv4;

/** From a canonical request to a signature. */
public final class Signing {
    private Signing() {}

    public static String stringToSign(CanonicalRequest canonical, String date, CredentialScope scope) {
        return AuthorizationHeader.ALGORITHM + "\n" + date + "\n" + scope.text() + "\n"
                + Digests.sha256Hex(canonical.text());
    }

    /** The signature with a key that is derived for the purpose. */
    public static String signature(String keyStart, CredentialScope scope, String stringToSign) {
        return signature(SigningKeys.derive(keyStart, scope), stringToSign);
    }

    public static String signature(byte[] key, String stringToSign) {
        return Digests.hex(Digests.hmac(key, stringToSign));
    }
}
