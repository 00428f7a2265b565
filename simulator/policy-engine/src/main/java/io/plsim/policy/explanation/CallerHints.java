package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.matching.Reason;
import java.util.Locale;
import java.util.Optional;

/** Hints about who calls. */
final class CallerHints {
    private CallerHints() {}

    static Optional<String> oauthCaller(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.OAUTH_CALLER_NEEDS_STAR
                ? Optional.of("To admit callers with an OAuth token, write \"Principal\": \"*\" in a statement for this"
                        + " action and resource; no account, role or user ever stands for them.")
                : Optional.empty();
    }

    static Optional<String> awsStar(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.AWS_STAR_IS_IAM_CALLERS
                ? Optional.of(
                        "\"Principal\": {\"AWS\": \"*\"} and \"Principal\": \"*\" are not the same; write the latter to"
                                + " admit callers without IAM credentials.")
                : Optional.empty();
    }

    static Optional<String> unsignedCaller(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.UNSIGNED_CALLER_NEEDS_STAR
                ? Optional.of("If this request should be signed, the client sent no credentials; to admit unsigned"
                        + " callers, write \"Principal\": \"*\".")
                : Optional.empty();
    }

    static Optional<String> sessionOfThePrincipalArn(ElementDetail element, StatementDetail in, Explanation of) {
        boolean asksForSession = !element.matches()
                && element.test().toLowerCase(Locale.ROOT).endsWith(" aws:principalarn")
                && element.patterns().stream().anyMatch(pattern -> pattern.contains(":assumed-role/"));
        return asksForSession
                ? Optional.of(
                        "For a session aws:PrincipalArn is the ARN of its role (arn:aws:iam::ACCOUNT:role/NAME), never"
                                + " the assumed-role ARN; compare with the role's.")
                : Optional.empty();
    }
}
