package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.document.Effect;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.matching.Reason;
import io.plsim.policy.request.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Hints about conditions. */
final class ConditionHints {
    private static final Set<String> CLAIM_ACTIONS =
            Set.of("bedrock-agentcore:getworkloadaccesstokenforjwt", "bedrock-agentcore:completeresourcetokenauth");
    private static final Set<Reason> TRUE_WITHOUT_KEY = Set.of(
            Reason.CONDITION_TRUE_BECAUSE_KEY_ABSENT,
            Reason.CONDITION_TRUE_BECAUSE_IF_EXISTS,
            Reason.CONDITION_TRUE_BECAUSE_NO_VALUES);

    private ConditionHints() {}

    static Optional<String> sourceIp(ElementDetail element, StatementDetail in, Explanation of) {
        return absent(element) && key(element).equals("aws:sourceip") && atEndpoint(of)
                ? Optional.of(
                        "Through a VPC endpoint aws:SourceIp is never there; use aws:VpcSourceIp, or aws:SourceVpce"
                                + " for the endpoint itself.")
                : Optional.empty();
    }

    static Optional<String> claimKeys(ElementDetail element, StatementDetail in, Explanation of) {
        return absent(element)
                        && key(element).startsWith("bedrock-agentcore:inboundjwtclaim/")
                        && !CLAIM_ACTIONS.contains(of.request().actionLowerCase())
                ? Optional.of("Claims of a token are condition keys only of GetWorkloadAccessTokenForJWT and"
                        + " CompleteResourceTokenAuth; on other actions they are never there, so check claims in the"
                        + " authorizer of the runtime or gateway.")
                : Optional.empty();
    }

    static Optional<String> principalKeysOfOAuthCallers(ElementDetail element, StatementDetail in, Explanation of) {
        boolean unknown = of.request().principal() instanceof Principal.OAuthCaller
                || of.request().principal() instanceof Principal.AnonymousCaller;
        return absent(element) && unknown && isPrincipalKey(key(element))
                ? Optional.of("A caller without IAM credentials has no principal keys (aws:PrincipalOrgID,"
                        + " aws:PrincipalAccount, aws:PrincipalArn, ...); what it does have is aws:ResourceAccount,"
                        + " aws:SourceVpce, aws:SourceVpc and aws:VpcSourceIp.")
                : Optional.empty();
    }

    static Optional<String> organization(ElementDetail element, StatementDetail in, Explanation of) {
        boolean known = of.request().principal().arn().isPresent();
        return absent(element) && known && key(element).startsWith("aws:principalorg")
                ? Optional.of("aws:PrincipalOrgID and aws:PrincipalOrgPaths are there only for principals of an account"
                        + " that belongs to an organization.")
                : Optional.empty();
    }

    static Optional<String> denyWithoutKey(ElementDetail element, StatementDetail in, Explanation of) {
        return in.statement().effect() == Effect.DENY && TRUE_WITHOUT_KEY.contains(element.reason())
                ? Optional.of("This Deny applies to every request that lacks " + keyAsWritten(element)
                        + "; to spare those, add \"Null\": {\"" + keyAsWritten(element)
                        + "\": \"false\"} to its Condition.")
                : Optional.empty();
    }

    static Optional<String> allowWithoutKey(ElementDetail element, StatementDetail in, Explanation of) {
        return in.statement().effect() == Effect.ALLOW && in.matches() && TRUE_WITHOUT_KEY.contains(element.reason())
                ? Optional.of("This Allow applies to every request that lacks " + keyAsWritten(element)
                        + "; to require the key, add \"Null\": {\"" + keyAsWritten(element)
                        + "\": \"false\"} to its Condition.")
                : Optional.empty();
    }

    static Optional<String> severalValues(ElementDetail element, StatementDetail in, Explanation of) {
        String operator = operator(element);
        return element.reason() == Reason.CONDITION_FALSE_BECAUSE_SEVERAL_VALUES
                        || element.reason() == Reason.CONDITION_TRUE_BECAUSE_SEVERAL_VALUES
                ? Optional.of("For a key with several values write ForAnyValue:" + operator + " (at least one value) or"
                        + " ForAllValues:" + operator + " (every value).")
                : Optional.empty();
    }

    static Optional<String> caseOfValue(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.CONDITION_DIFFERS_IN_CASE
                        && operator(element).startsWith("StringEquals")
                ? Optional.of("Write the value in the same case, or use StringEqualsIgnoreCase.")
                : Optional.empty();
    }

    static Optional<String> wildcardIsText(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.CONDITION_WILDCARD_IS_TEXT
                ? Optional.of("Use StringLike: StringEquals has no wildcards.")
                : Optional.empty();
    }

    static Optional<String> variableWithoutValue(ElementDetail element, StatementDetail in, Explanation of) {
        boolean username = element.patterns().stream()
                .anyMatch(pattern -> pattern.toLowerCase(Locale.ROOT).contains("${aws:username}"));
        boolean valueless = element.reason() == Reason.CONDITION_VARIABLE_WITHOUT_VALUE
                || element.reason() == Reason.CONDITION_TRUE_BECAUSE_VARIABLE_WITHOUT_VALUE
                || element.reason() == Reason.RESOURCE_VARIABLE_WITHOUT_VALUE;
        return username && valueless
                ? Optional.of(
                        "aws:username is there for IAM users only, not for roles, their sessions or callers with an"
                                + " OAuth token.")
                : Optional.empty();
    }

    private static boolean absent(ElementDetail element) {
        return element.reason() == Reason.CONDITION_FALSE_BECAUSE_KEY_ABSENT
                || TRUE_WITHOUT_KEY.contains(element.reason());
    }

    private static boolean atEndpoint(Explanation of) {
        return of.policy().type() == PolicyType.ENDPOINT;
    }

    private static boolean isPrincipalKey(String key) {
        return key.startsWith("aws:principal") || key.equals("aws:userid") || key.equals("aws:username");
    }

    private static String operator(ElementDetail element) {
        return element.test().substring(0, Math.max(0, element.test().indexOf(' ')));
    }

    private static String keyAsWritten(ElementDetail element) {
        return element.test().substring(element.test().indexOf(' ') + 1);
    }

    private static String key(ElementDetail element) {
        return keyAsWritten(element).toLowerCase(Locale.ROOT);
    }
}
