package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.Readings;
import io.plsim.policy.document.Readings.AwsStar;
import io.plsim.policy.document.Readings.OAuthPrincipalKeys;
import io.plsim.policy.document.Readings.ToolSpellings;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.request.PrincipalKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the switchable readings an outcome hangs on, by deciding once more under the other one. */
final class Choices {
    private Choices() {}

    static List<Choice> of(Explanation explanation) {
        List<Choice> choices = new ArrayList<>();
        Readings now = explanation.readings();
        AuthorizationRequest request = explanation.request();
        boolean star = now.awsStar() == AwsStar.SIGNED_CALLERS;
        add(
                choices,
                explanation,
                new Readings(
                        star ? AwsStar.EVERYONE : AwsStar.SIGNED_CALLERS,
                        now.toolSpellings(),
                        now.oauthPrincipalKeys()),
                request,
                new Names("awsStar", star, "signedCallers", "everyone"),
                "AWS's pages disagree on whom {\"AWS\": \"*\"} covers: only callers that IAM knows, or everyone.");
        boolean both = now.toolSpellings() == ToolSpellings.BOTH;
        add(
                choices,
                explanation,
                new Readings(
                        now.awsStar(),
                        both ? ToolSpellings.REFERENCE_ONLY : ToolSpellings.BOTH,
                        now.oauthPrincipalKeys()),
                request,
                new Names("bothToolSpellings", both, "true", "false"),
                "AWS's pages spell a customer's code interpreter or browser in two ways, with and without \"-custom\";"
                        + " whether a policy may use either is not said.");
        boolean absent = now.oauthPrincipalKeys() == OAuthPrincipalKeys.ABSENT;
        OAuthPrincipalKeys otherKeys = absent ? OAuthPrincipalKeys.ANONYMOUS : OAuthPrincipalKeys.ABSENT;
        add(
                choices,
                explanation,
                new Readings(now.awsStar(), now.toolSpellings(), otherKeys),
                withKeys(request, otherKeys),
                new Names("oauthPrincipalKeys", absent, "absent", "anonymous"),
                "AWS's pages disagree on whether a caller without IAM credentials has aws:PrincipalAccount, aws:userid and"
                        + " aws:PrincipalType.");
        choices.addAll(Assumptions.of(explanation));
        return choices;
    }

    /** A switch and its two values; {@code first} says that the first is in force. */
    private record Names(String key, boolean first, String one, String two) {
        String chosen() {
            return first ? one : two;
        }

        String other() {
            return first ? two : one;
        }
    }

    private static void add(
            List<Choice> choices,
            Explanation explanation,
            Readings readings,
            AuthorizationRequest request,
            Names names,
            String sentence) {
        Outcome other = PolicyEvaluator.compile(explanation.policy(), readings)
                .decide(request)
                .outcome();
        if (other != explanation.decision().outcome()) {
            choices.add(new Choice(names.key(), names.chosen(), names.other(), other.text(), sentence));
        }
    }

    /** The request as it would be under the other reading of the keys of callers without IAM credentials. */
    private static AuthorizationRequest withKeys(AuthorizationRequest request, OAuthPrincipalKeys reading) {
        if (request.principal().arn().isPresent()) {
            return request;
        }
        ContextKeys.Builder keys = ContextKeys.builder();
        request.context().asMap().forEach((key, values) -> {
            boolean filledIn = key.toLowerCase(Locale.ROOT).startsWith("aws:")
                    && values.size() == 1
                    && values.get(0).equalsIgnoreCase("anonymous");
            if (reading == OAuthPrincipalKeys.ANONYMOUS || !filledIn) {
                keys.put(key, values);
            }
        });
        return new AuthorizationRequest(
                request.principal(),
                request.action(),
                request.resource(),
                PrincipalKeys.complete(keys.build(), request.principal(), reading),
                request.hasPermissionsBoundary());
    }
}
