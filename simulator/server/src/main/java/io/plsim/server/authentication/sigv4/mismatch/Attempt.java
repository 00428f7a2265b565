package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.Signatories.Signatory;
import io.plsim.server.authentication.sigv4.CanonicalRequest;
import io.plsim.server.authentication.sigv4.CredentialScope;
import io.plsim.server.authentication.sigv4.Signing;
import io.plsim.server.inbound.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One complete way to compute a signature for a request.
 *
 * @param scope in the string to sign
 * @param keyScope that the signing key is derived for; the same, unless a client mixes them up
 * @param keyStart what the secret becomes before the first HMAC
 */
record Attempt(
        CanonicalRequest canonical,
        String date,
        CredentialScope scope,
        CredentialScope keyScope,
        Signatory signer,
        UnaryOperator<String> keyStart) {
    static final UnaryOperator<String> AWS4 = secret -> "AWS4" + secret;

    static Attempt asWeRead(CanonicalRequest canonical, String date, CredentialScope scope, Signatory signer) {
        return new Attempt(canonical, date, scope, scope, signer, AWS4);
    }

    String signature() {
        String stringToSign = Signing.stringToSign(canonical, date, scope);
        if (isUsualKey()) {
            return Signing.signature(signer.signingKey(keyScope), stringToSign);
        }
        return signer.sign(secret -> Signing.signature(keyStart.apply(secret), keyScope, stringToSign));
    }

    /** Whether the key is one that the signatory keeps; what only an attempt needs must not push those out. */
    private boolean isUsualKey() {
        return keyStart == AWS4 && keyScope.equals(scope) && scope.service().equals("bedrock-agentcore");
    }

    Attempt with(CanonicalRequest other) {
        return new Attempt(other, date, scope, keyScope, signer, keyStart);
    }

    Attempt withHeaders(UnaryOperator<Header> change) {
        return with(
                canonical.withHeaders(canonical.headers().stream().map(change).toList()));
    }

    /** With another value of one signed header. */
    Attempt withHeader(String name, String value) {
        return withHeaders(header -> header.name().equals(name) ? new Header(name, value) : header);
    }

    /** With one header fewer in the list of signed ones. */
    Attempt without(String name) {
        List<Header> fewer = new ArrayList<>(canonical.headers());
        fewer.removeIf(header -> header.name().equals(name));
        return with(canonical.withHeaders(fewer));
    }

    Attempt withDate(String other) {
        return new Attempt(canonical, other, scope, keyScope, signer, keyStart);
    }

    Attempt withKeyScope(CredentialScope other) {
        return new Attempt(canonical, date, scope, other, signer, keyStart);
    }

    Attempt withScope(CredentialScope other) {
        return new Attempt(canonical, date, other, other, signer, keyStart);
    }

    Attempt withKeyStart(UnaryOperator<String> other) {
        return new Attempt(canonical, date, scope, keyScope, signer, other);
    }

    Attempt signedBy(Signatory other) {
        return new Attempt(canonical, date, scope, keyScope, other, keyStart);
    }

    String header(String name) {
        return canonical.headers().stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .map(Header::value)
                .orElse("");
    }

    boolean signs(String name) {
        return canonical.headers().stream().anyMatch(header -> header.name().equals(name));
    }
}
