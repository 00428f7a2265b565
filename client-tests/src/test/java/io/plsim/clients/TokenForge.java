package io.plsim.clients;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;

/** Makes tokens out of any header and payload text, the malformed ones included, signed with real keys. */
final class TokenForge {
    final RSAKey rsa;
    final ECKey ec;
    final RSAKey stranger;

    TokenForge() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
    }

    JWKSet publicKeys() {
        return new JWKSet(java.util.List.of(rsa.toPublicJWK(), ec.toPublicJWK()));
    }

    /** RS256 by the issuer's RSA key, whatever header and payload say. */
    String rs256(String header, String payload) throws JOSEException {
        return signed(header, payload, JWSAlgorithm.RS256, new RSASSASigner(rsa));
    }

    String rs256By(RSAKey key, String header, String payload) throws JOSEException {
        return signed(header, payload, JWSAlgorithm.RS256, new RSASSASigner(key));
    }

    String ps256(String header, String payload) throws JOSEException {
        return signed(header, payload, JWSAlgorithm.PS256, new RSASSASigner(rsa));
    }

    String es256(String header, String payload) throws JOSEException {
        return signed(header, payload, JWSAlgorithm.ES256, new ECDSASigner(ec));
    }

    String hs256(byte[] secret, String header, String payload) throws JOSEException {
        return signed(header, payload, JWSAlgorithm.HS256, new MACSigner(secret));
    }

    /** Any three parts, the last one as it is. */
    static String withSignature(String header, String payload, String signature) {
        return encoded(header) + "." + encoded(payload) + "." + signature;
    }

    static String encoded(String text) {
        return Base64URL.encode(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String signed(String header, String payload, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        String input = encoded(header) + "." + encoded(payload);
        return input + "." + signer.sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII));
    }
}
