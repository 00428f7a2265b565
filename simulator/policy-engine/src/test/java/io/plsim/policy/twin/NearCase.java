package io.plsim.policy.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.document.Readings.AwsStar;
import io.plsim.policy.document.Readings.OAuthPrincipalKeys;
import io.plsim.policy.document.Readings.ToolSpellings;
import io.plsim.policy.request.AuthorizationRequest;

/** One policy and one question that it nearly answers, made from a seed. */
record NearCase(long seed, PolicyType type, Readings readings, ObjectNode policy, AuthorizationRequest request) {
    static NearCase of(long seed) {
        Dice dice = new Dice(seed * 0x9E3779B97F4A7C15L);
        PolicyType type = dice.one(PolicyType.RESOURCE, PolicyType.RESOURCE, PolicyType.IDENTITY, PolicyType.ENDPOINT);
        Readings readings = new Readings(
                dice.percent(80) ? AwsStar.SIGNED_CALLERS : AwsStar.EVERYONE,
                dice.percent(80) ? ToolSpellings.BOTH : ToolSpellings.REFERENCE_ONLY,
                dice.percent(80) ? OAuthPrincipalKeys.ABSENT : OAuthPrincipalKeys.ANONYMOUS);
        AuthorizationRequest request = RandomRequest.of(dice, readings);
        return new NearCase(seed, type, readings, new NearPolicy(dice, type, request).policy(), request);
    }

    @Override
    public String toString() {
        return "seed %d, %s policy, %s%n%s%n%s asks %s on %s with %s"
                .formatted(
                        seed,
                        type.text(),
                        readings,
                        policy.toPrettyString(),
                        request.principal(),
                        request.action(),
                        request.resource(),
                        request.context().asMap());
    }
}
