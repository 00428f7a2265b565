package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the built-in issuer's tokens, the good ones and those with a fault. */
final class TokenMint {
    private static final Duration LIFE = Duration.ofHours(1);

    private final String issuer;
    private final IssuerKeyRing keys;
    private final Clock clock;

    TokenMint(String issuer, IssuerKeyRing keys, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
    }

    String make(Map<String, Object> claims, @Nullable Duration life, @Nullable TokenFault fault) {
        JWTClaimsSet set = claims(claims, life == null ? LIFE : life, fault);
        try {
            if (fault == null) {
                return signed(set, keys.signing(), keys.signing());
            }
            return switch (fault) {
                case WRONG_KEY -> signed(set, keys.signing(), keys.stranger());
                case RETIRED_KEY -> signed(set, keys.stranger(), keys.stranger());
                case BAD_SIGNATURE -> tampered(signed(set, keys.signing(), keys.signing()));
                case ALG_NONE -> new PlainJWT(set).serialize();
                case ALG_CONFUSION -> confused(set);
                default -> signed(set, keys.signing(), keys.signing());
            };
        } catch (JOSEException | ParseException impossible) {
            throw new IllegalStateException("the issuer's own keys sign", impossible);
        }
    }

    private JWTClaimsSet claims(Map<String, Object> claims, Duration life, @Nullable TokenFault fault) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("plsim-user")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString());
        claims.forEach(set::claim);
        if (fault == TokenFault.WRONG_ISSUER) {
            set.issuer(issuer + "/not-trusted");
        } else if (fault == TokenFault.WRONG_AUDIENCE) {
            set.audience(List.of("https://wrong-audience.example.com"));
        } else if (fault == TokenFault.EXPIRED) {
            set.issueTime(Date.from(now.minus(LIFE).minus(LIFE))).expirationTime(Date.from(now.minus(LIFE)));
        } else if (fault == TokenFault.NOT_YET_VALID) {
            set.notBeforeTime(Date.from(now.plus(LIFE)))
                    .expirationTime(Date.from(now.plus(LIFE).plus(LIFE)));
        } else if (fault == TokenFault.NO_EXPIRY) {
            set.expirationTime(null);
        }
        return set.build();
    }

    private static String signed(JWTClaimsSet claims, RSAKey named, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(header(JWSAlgorithm.RS256, named), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String confused(JWTClaimsSet claims) throws JOSEException {
        RSAKey key = keys.signing();
        SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256, key), claims);
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String tampered(String token) throws ParseException {
        Base64URL[] parts = SignedJWT.parse(token).getParsedParts();
        byte[] signature = parts[2].decode();
        signature[signature.length / 2] ^= 1;
        return parts[0] + "." + parts[1] + "." + Base64URL.encode(signature);
    }

    private static JWSHeader header(JWSAlgorithm algorithm, RSAKey key) {
        return new JWSHeader.Builder(algorithm)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
    }
}
