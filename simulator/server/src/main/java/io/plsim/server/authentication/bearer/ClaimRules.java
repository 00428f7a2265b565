package io.plsim.server.authentication.bearer;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a {@code customJWTAuthorizer} (AgentCore developer guide, "Configure inbound JWT authorizer"): every
 * configured one must pass. A list that is empty is a check that is not configured.
 *
 * @param allowedAudience one of them must be in {@code aud}
 * @param allowedClients one of them must be {@code client_id}; no other claim stands for the client
 * @param allowedScopes one of them must be in {@code scope} (words of a text, or a list) or in the list {@code scp}
 * @param customClaims all of them must hold
 */
public record ClaimRules(
        List<String> allowedAudience,
        List<String> allowedClients,
        List<String> allowedScopes,
        List<CustomClaimRule> customClaims) {
    public static final ClaimRules NONE = new ClaimRules(List.of(), List.of(), List.of(), List.of());

    public ClaimRules {
        allowedAudience = List.copyOf(allowedAudience);
        allowedClients = List.copyOf(allowedClients);
        allowedScopes = List.copyOf(allowedScopes);
        customClaims = List.copyOf(customClaims);
    }

    /** The kinds of check. */
    public enum Check {
        CLIENT,
        AUDIENCE,
        SCOPE,
        CUSTOM_CLAIM
    }

    /**
     * The first check that a token fails.
     *
     * @param claim the name of the claim
     * @param expected what the configuration wants; the token's own value is nobody's business
     */
    public record Violation(Check check, String claim, String expected) {}

    /** Judges proven claims. */
    public Optional<Violation> violatedBy(JWTClaimsSet claims) {
        if (!allowedClients.isEmpty() && !isOneOf(allowedClients, claims.getClaim("client_id"))) {
            return violation(Check.CLIENT, "client_id", "one of " + allowedClients);
        }
        if (!allowedAudience.isEmpty() && noneIsOneOf(allowedAudience, claims.getAudience())) {
            return violation(Check.AUDIENCE, "aud", "one of " + allowedAudience);
        }
        if (!allowedScopes.isEmpty() && noneIsOneOf(allowedScopes, scopes(claims))) {
            return violation(Check.SCOPE, "scope", "one of " + allowedScopes);
        }
        for (CustomClaimRule rule : customClaims) {
            if (!rule.holds(claims.getClaim(rule.name()))) {
                return violation(Check.CUSTOM_CLAIM, rule.name(), rule.expected());
            }
        }
        return Optional.empty();
    }

    private static Collection<?> scopes(JWTClaimsSet claims) {
        @Nullable Object scope = claims.getClaim("scope");
        if (scope == null) {
            scope = claims.getClaim("scp");
        }
        if (scope instanceof String text) {
            return List.of(text.split(" "));
        }
        return scope instanceof List<?> list ? list : List.of();
    }

    /** Whether a claim's value, or an element of one, is a text that is listed; it may be anything, null too. */
    static boolean isOneOf(List<String> listed, @Nullable Object value) {
        return value instanceof String text && listed.contains(text);
    }

    private static boolean noneIsOneOf(List<String> listed, Collection<?> values) {
        return values.stream().noneMatch(value -> isOneOf(listed, value));
    }

    private static Optional<Violation> violation(Check check, String claim, String expected) {
        return Optional.of(new Violation(check, claim, expected));
    }
}
