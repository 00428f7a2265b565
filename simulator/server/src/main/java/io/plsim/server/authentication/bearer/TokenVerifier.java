package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorDialect;
import io.plsim.server.awserror.Refusal;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Proves bearer tokens: signature, issuer and time, with the algorithms fixed here and never taken from the token. */
public final class TokenVerifier {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final int MAX_LENGTH = 16 * 1024;
    private static final long SKEW_MILLIS = 60_000;
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final TokenKeys builtIn;
    private final List<TrustedIssuer> trusted = new ArrayList<>();
    /** The issuers that authorizers of resources name; as many as are configured. */
    private final Map<String, TrustedIssuer> named = new ConcurrentHashMap<>();

    private final Clock clock;

    public TokenVerifier(BuiltInIssuer builtIn, List<String> discoveryUrls, Clock clock) {
        this.builtIn = TrustedIssuer.of(builtIn).get();
        this.clock = clock;
        discoveryUrls.forEach(url -> trusted.add(new TrustedIssuer(url)));
    }

    /** What became of a token: its claims, or why it is refused. */
    public record Result(
            @Nullable JWTClaimsSet claims, @Nullable Refusal refusal) {
        static Result refused(Refusal refusal) {
            return new Result(null, refusal);
        }
    }

    /**
     * Proves a token against one issuer, or against the built-in one and every configured one.
     *
     * @param discoveryUrl the issuer that the resource's authorizer names; null when it names none
     */
    public Result verify(String token, @Nullable String discoveryUrl) {
        SignedJWT jwt = parse(token);
        if (jwt == null) {
            return Result.refused(
                    Refusal.of(AwsError.ACCESS_DENIED, "OAuth authorization failed: Failed to parse token"));
        }
        try {
            TokenKeys keys = discoveryUrl == null ? keysOf(jwt) : keysOf(jwt, discoveryUrl);
            if (keys == null) {
                return Result.refused(unauthorized("Claim 'iss' value mismatch with configuration."));
            }
            JWTClaimsSet claims = processor(keys).process(jwt, null);
            return inTime(claims);
        } catch (IOException unreachable) {
            return Result.refused(unauthorized("The keys of the token's issuer cannot be fetched."));
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException bad) {
            return Result.refused(unauthorized("OAuth authorization failed: Invalid token"));
        }
    }

    private @Nullable TokenKeys keysOf(SignedJWT jwt, String discoveryUrl) throws ParseException, IOException {
        TokenKeys keys = discoveryUrl.equals(builtIn.issuer() + DISCOVERY)
                ? builtIn
                : named.computeIfAbsent(discoveryUrl, TrustedIssuer::new).keys();
        return keys.issuer().equals(jwt.getJWTClaimsSet().getIssuer()) ? keys : null;
    }

    private @Nullable TokenKeys keysOf(SignedJWT jwt) throws ParseException, IOException {
        String issuer = jwt.getJWTClaimsSet().getIssuer();
        if (builtIn.issuer().equals(issuer)) {
            return builtIn;
        }
        IOException failure = null;
        for (TrustedIssuer candidate : trusted) {
            try {
                if (candidate.keys().issuer().equals(issuer)) {
                    return candidate.keys();
                }
            } catch (IOException unreachable) {
                failure = unreachable;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    private static DefaultJWTProcessor<SecurityContext> processor(TokenKeys keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys.keys()));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        // Times are checked against the injected clock, which Nimbus's own verifier does not know.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private Result inTime(JWTClaimsSet claims) {
        Date now = Date.from(clock.instant());
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            return Result.refused(unauthorized("OAuth authorization failed: the token has no expiration time"));
        }
        if (now.getTime() > expires.getTime() + SKEW_MILLIS) {
            return Result.refused(unauthorized("Token has expired"));
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.getTime() < notBefore.getTime() - SKEW_MILLIS) {
            return Result.refused(unauthorized("Token is not yet valid"));
        }
        return new Result(claims, null);
    }

    /** A compact JWS in the strict alphabet and of bearable length, or null. */
    private static @Nullable SignedJWT parse(String token) {
        if (token.length() > MAX_LENGTH || !strictCompactForm(token)) {
            return null;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            // RFC 7515 4.1.11: an empty crit list is malformed; Nimbus lets it pass.
            boolean emptyCrit = jwt.getHeader().toJSONObject().get("crit") instanceof List<?> crit && crit.isEmpty();
            return emptyCrit ? null : jwt;
        } catch (ParseException | RuntimeException malformed) {
            return null;
        }
    }

    private static boolean strictCompactForm(String token) {
        int dots = 0;
        int sinceDot = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '.') {
                if (sinceDot == 0) {
                    return false;
                }
                dots++;
                sinceDot = 0;
            } else if (c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
                sinceDot++;
            } else {
                return false;
            }
        }
        return dots == 2 && sinceDot > 0;
    }

    private static Refusal unauthorized(String message) {
        return Refusal.of(AwsError.UNAUTHORIZED, message).in(ErrorDialect.JSON_RPC_RUNTIME);
    }
}
