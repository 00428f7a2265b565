package io.plsim.server.authentication.bearer;

import com.nimbusds.jwt.JWTClaimsSet;
import io.plsim.server.authentication.bearer.TokenProof.Proven;
import io.plsim.server.authentication.bearer.TokenProof.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Proves bearer tokens: form, issuer, signature and times, in this order. What cannot be proven is refused. */
public final class TokenVerifier {
    /** What every discovery URL ends with; before it stands, by convention, the issuer's name. */
    public static final String DISCOVERY = "/.well-known/openid-configuration";

    private final String builtInName;
    private final KeySource builtIn;
    private final IssuerHttp http = new IssuerHttp();
    private final List<KeySource> trusted = new ArrayList<>();
    /** Every issuer by discovery URL: those of the configuration and those that authorizers of resources name. */
    private final Map<String, KeySource> byUrl = new ConcurrentHashMap<>();

    private final SignatureCheck signatures;
    private final TokenRules rules;
    private final Clock clock;

    /** A verifier that trusts the built-in issuer and those behind the discovery URLs; it fetches nothing yet. */
    public TokenVerifier(BuiltInIssuer builtIn, List<String> discoveryUrls, TokenRules rules, Clock clock) {
        this.builtInName = builtIn.name();
        this.builtIn = new BuiltInKeys(builtIn);
        this.rules = rules;
        this.clock = clock;
        this.signatures = new SignatureCheck(rules.algorithms());
        discoveryUrls.forEach(url -> trusted.add(source(url)));
    }

    /**
     * Proves a token against one issuer, or against the built-in one and every configured one.
     *
     * @param discoveryUrl the issuer that the resource's authorizer names; null when it names none
     */
    public TokenProof verify(String token, @Nullable String discoveryUrl) {
        try {
            CompactToken read = CompactToken.read(token);
            signatures.checkHeader(read.jwt().getHeader());
            KeySource source = discoveryUrl == null ? issuerOf(read.claims()) : source(discoveryUrl);
            TokenKeys keys = source.current();
            if (!keys.issuer().equals(read.claims().getIssuer())) {
                throw wrongIssuer("the token must come from the issuer \"" + keys.issuer() + "\"");
            }
            signatures.check(read, source, keys);
            checkTimes(read.claims());
            return new Proven(read.claims());
        } catch (TokenRefusedException refused) {
            return new Refused(refused.refusal(), refused.detail());
        } catch (IssuerUnreachableException unreachable) {
            return new Refused(TokenRefusal.ISSUER_UNREACHABLE, String.valueOf(unreachable.getMessage()));
        }
    }

    /** Takes a readable token at its word: {@code authentication: parse}. */
    public static TokenProof believe(String token) {
        try {
            return new Proven(CompactToken.read(token).claims());
        } catch (TokenRefusedException refused) {
            return new Refused(refused.refusal(), refused.detail());
        }
    }

    /** What the issuer behind a discovery URL calls itself; what the URL suggests while its document cannot be had. */
    public String issuerName(@Nullable String discoveryUrl) {
        if (discoveryUrl == null) {
            return builtInName;
        }
        try {
            return source(discoveryUrl).current().issuer();
        } catch (IssuerUnreachableException unreachable) {
            return discoveryUrl.substring(0, Math.max(0, discoveryUrl.length() - DISCOVERY.length()));
        }
    }

    private KeySource source(String discoveryUrl) {
        return discoveryUrl.equals(builtInName + DISCOVERY)
                ? builtIn
                : byUrl.computeIfAbsent(
                        discoveryUrl, url -> new CachedKeys(new TrustedIssuer(url, http), rules.keysKept()));
    }

    /** The trusted issuer that a token says it comes from. */
    private KeySource issuerOf(JWTClaimsSet claims) throws TokenRefusedException, IssuerUnreachableException {
        if (builtInName.equals(claims.getIssuer())) {
            return builtIn;
        }
        IssuerUnreachableException failure = null;
        for (KeySource candidate : trusted) {
            try {
                if (candidate.current().issuer().equals(claims.getIssuer())) {
                    return candidate;
                }
            } catch (IssuerUnreachableException unreachable) {
                failure = unreachable;
            }
        }
        if (failure != null) {
            throw failure;
        }
        throw wrongIssuer("the token comes from none of the trusted issuers: issuer and issuers of the configuration");
    }

    private void checkTimes(JWTClaimsSet claims) throws TokenRefusedException {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            throw new TokenRefusedException(TokenRefusal.TOKEN_WITHOUT_EXPIRY, "the token has no exp claim");
        }
        if (now.isAfter(expires.toInstant().plus(rules.skew()))) {
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_EXPIRED,
                    "exp is more than " + rules.skew().toSeconds() + " s before " + now);
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.isBefore(notBefore.toInstant().minus(rules.skew()))) {
            throw new TokenRefusedException(
                    TokenRefusal.TOKEN_NOT_YET_VALID,
                    "nbf is more than " + rules.skew().toSeconds() + " s after " + now);
        }
    }

    private static TokenRefusedException wrongIssuer(String detail) {
        return new TokenRefusedException(TokenRefusal.TOKEN_ISSUER_NOT_TRUSTED, detail);
    }
}
