package io.plsim.server;

import io.plsim.server.authentication.bearer.ClaimRules;
import io.plsim.server.authentication.bearer.CustomClaimRule;
import io.plsim.server.authentication.bearer.CustomClaimRule.Operator;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks of a {@code customJWTAuthorizer}, as the control plane would accept them. */
final class ConfiguredClaimRules {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredClaimRules.class);

    /** The claims that the other checks are for; {@code scp} was seen to be refused by the control plane. */
    private static final Set<String> RESERVED = Set.of("scp");

    /** AgentCore's {@code inboundTokenClaimValueType}. */
    private enum ValueType {
        STRING,
        STRING_ARRAY
    }

    private ConfiguredClaimRules() {}

    static ClaimRules of(Configuration.JwtAuthorizer jwt, String place) throws InvalidConfigurationException {
        ClaimRules rules = new ClaimRules(
                texts(jwt.allowedAudience(), place + ".allowedAudience"),
                texts(jwt.allowedClients(), place + ".allowedClients"),
                texts(jwt.allowedScopes(), place + ".allowedScopes"),
                customClaims(jwt.customClaims(), place + ".customClaims"));
        if (rules.equals(ClaimRules.NONE)) {
            LOG.warn(
                    "{} has no check: AWS wants at least one of allowedAudience, allowedClients, allowedScopes and"
                            + " customClaims. Every token of the issuer is taken.",
                    place);
        }
        return rules;
    }

    private static List<String> texts(@Nullable List<@Nullable String> texts, String place)
            throws InvalidConfigurationException {
        if (texts == null) {
            return List.of();
        }
        List<String> checked = new ArrayList<>();
        for (String text : texts) {
            if (text == null || text.isBlank()) {
                throw ConfiguredAuthorizers.fault(place, "has a blank entry; remove it");
            }
            checked.add(text);
        }
        if (checked.isEmpty()) {
            throw ConfiguredAuthorizers.fault(
                    place, "is empty, which would let nobody in; leave it out to check nothing");
        }
        return checked;
    }

    private static List<CustomClaimRule> customClaims(@Nullable List<Configuration.CustomClaim> claims, String place)
            throws InvalidConfigurationException {
        if (claims == null) {
            return List.of();
        }
        if (claims.isEmpty()) {
            throw ConfiguredAuthorizers.fault(place, "is empty; leave it out to check nothing");
        }
        List<CustomClaimRule> rules = new ArrayList<>();
        for (Configuration.CustomClaim claim : claims) {
            rules.add(customClaim(claim, place + "[" + rules.size() + "]"));
        }
        return rules;
    }

    private static CustomClaimRule customClaim(Configuration.CustomClaim claim, String place)
            throws InvalidConfigurationException {
        String name = claim.inboundTokenClaimName();
        if (name == null || name.isBlank()) {
            throw ConfiguredAuthorizers.fault(place + ".inboundTokenClaimName", "is missing; name the claim");
        }
        if (RESERVED.contains(name)) {
            throw ConfiguredAuthorizers.fault(
                    place + ".inboundTokenClaimName", "is " + name + "; use allowedScopes for scopes");
        }
        ValueType type = Objects.requireNonNullElse(
                ConfiguredAuthorizers.constant(
                        ValueType.class, claim.inboundTokenClaimValueType(), place + ".inboundTokenClaimValueType"),
                ValueType.STRING);
        if (claim.inboundTokenClaimValueType() == null) {
            throw ConfiguredAuthorizers.fault(
                    place + ".inboundTokenClaimValueType", "is missing; write STRING or STRING_ARRAY");
        }
        Configuration.AuthorizingClaimMatchValue match = claim.authorizingClaimMatchValue();
        if (match == null) {
            throw ConfiguredAuthorizers.fault(
                    place + ".authorizingClaimMatchValue", "is missing; write claimMatchValue and claimMatchOperator");
        }
        return compared(name, type, match, place + ".authorizingClaimMatchValue");
    }

    /** EQUALS goes with STRING, the others with STRING_ARRAY; a list of values goes with CONTAINS_ANY alone. */
    private static CustomClaimRule compared(
            String name, ValueType type, Configuration.AuthorizingClaimMatchValue match, String place)
            throws InvalidConfigurationException {
        Operator operator = ConfiguredAuthorizers.constant(
                Operator.class, match.claimMatchOperator(), place + ".claimMatchOperator");
        Configuration.ClaimMatchValue value = match.claimMatchValue();
        if (operator == null || value == null) {
            throw ConfiguredAuthorizers.fault(place, "needs claimMatchValue and claimMatchOperator");
        }
        if ((operator == Operator.EQUALS) != (type == ValueType.STRING)) {
            throw ConfiguredAuthorizers.fault(
                    place + ".claimMatchOperator",
                    "is " + operator + " for a " + type
                            + " claim; EQUALS goes with STRING, CONTAINS and CONTAINS_ANY go with STRING_ARRAY");
        }
        boolean list = operator == Operator.CONTAINS_ANY;
        if ((value.matchValueStringList() != null) != list || (value.matchValueString() != null) == list) {
            throw ConfiguredAuthorizers.fault(
                    place + ".claimMatchValue",
                    "needs exactly " + (list ? "matchValueStringList" : "matchValueString") + " for " + operator);
        }
        List<String> values = list
                ? texts(value.matchValueStringList(), place + ".claimMatchValue.matchValueStringList")
                : List.of(Objects.requireNonNull(value.matchValueString()));
        return new CustomClaimRule(name, operator, values);
    }
}
