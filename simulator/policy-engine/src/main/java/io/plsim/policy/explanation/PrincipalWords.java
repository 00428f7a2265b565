package io.plsim.policy.explanation;

import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.PrincipalElement.Entry;
import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.Principal;
import io.plsim.policy.request.Principal.AssumedRoleSession;
import java.util.List;
import java.util.Objects;

/** The words for Principal and NotPrincipal. */
final class PrincipalWords {
    private PrincipalWords() {}

    static ElementDetail detail(ElementFinding finding, Statement statement, AuthorizationRequest request) {
        PrincipalElement element = Objects.requireNonNull(statement.principal());
        List<String> patterns =
                element.entries().stream().map(PrincipalWords::written).toList();
        String caller = CallerName.of(request.principal());
        String pattern = finding.value() < 0
                ? Listing.of(patterns)
                : "\"" + element.entries().get(finding.value()).value().text() + "\"";
        return new ElementDetail(
                finding.element(),
                finding.reason(),
                "",
                patterns,
                List.of(),
                List.of(caller),
                sentence(finding, pattern, caller, request.principal()));
    }

    /** An entry as its own text, with its kind where that is not plain from the text. */
    private static String written(Entry entry) {
        String text = entry.value().text();
        return switch (entry.kind()) {
            case EVERYONE -> text;
            case AWS -> text.equals("*") ? "AWS: *" : text;
            case SERVICE, FEDERATED, CANONICAL_USER -> entry.kind().key() + ": " + text;
        };
    }

    private static String sentence(ElementFinding finding, String pattern, String caller, Principal principal) {
        String account = principal.accountId().orElse("");
        return switch (finding.reason()) {
            case PRINCIPAL_EVERYONE -> "\"*\" stands for everyone, with or without IAM credentials";
            case PRINCIPAL_ANY_IAM ->
                "{\"AWS\": \"*\"} stands for every caller that IAM knows, and " + caller + " is one";
            case PRINCIPAL_LISTED -> caller + " is listed";
            case PRINCIPAL_LISTED_BY_ACCOUNT ->
                pattern + " stands for every user, role and session of account " + account + ", and " + caller
                        + " belongs to it";
            case PRINCIPAL_LISTED_BY_ROLE -> caller + " is a session of the role " + pattern;
            case PRINCIPAL_LISTED_BY_ROLE_NAME ->
                caller
                        + " is a session of a role of that name; the request does not say which path the role has, so the"
                        + " name alone decides for " + pattern;
            case PRINCIPAL_NOT_EXCLUDED -> "NotPrincipal covers everybody but " + pattern + ", so also " + caller;
            case PRINCIPAL_EXCLUDED -> "NotPrincipal leaves out " + pattern + ", and that covers " + caller;
            case PRINCIPAL_LIST_EMPTY -> "the list is empty: it names nobody, and the statement does nothing";
            case OAUTH_CALLER_NEEDS_STAR ->
                "the caller has an OAuth token, which is no IAM principal, so " + pattern
                        + " never covers it; only \"Principal\": \"*\" does";
            case UNSIGNED_CALLER_NEEDS_STAR ->
                "the caller has no credentials and so is no IAM principal; " + pattern
                        + " never covers it, only \"Principal\": \"*\" does";
            case AWS_STAR_IS_IAM_CALLERS ->
                "{\"AWS\": \"*\"} stands for callers that IAM knows, and " + caller
                        + " is none; only \"Principal\": \"*\" covers it";
            case SERVICE_NOT_LISTED -> caller + " is not listed; listed: " + pattern;
            case NO_IAM_PRINCIPAL_LISTED ->
                "nobody under the key AWS is listed, and " + caller + " is an IAM principal; listed: " + pattern;
            case PRINCIPAL_DIFFERS_IN_CASE ->
                pattern + " and " + callerAsListed(principal, pattern)
                        + " differ in upper and lower case, which counts in a principal";
            case PRINCIPAL_DIFFERS_IN_PATH ->
                pattern + " has the same name as " + callerAsListed(principal, pattern)
                        + ", but the path between is another, which counts in a principal";
            case PRINCIPAL_OF_ANOTHER_PARTITION -> pattern + " is in another partition than " + caller;
            case PRINCIPAL_IS_ANOTHER_SESSION ->
                pattern + " is one session of the role; " + caller + " is another session of it";
            case PRINCIPAL_IS_UNIQUE_ID ->
                pattern + " is the unique id of a user or role that was deleted after the policy was written; it covers"
                        + " nobody now, so not " + caller;
            case OTHER_PRINCIPAL_OF_THE_ACCOUNT ->
                caller + " belongs to the right account, but is not the one that is listed: " + pattern;
            case PRINCIPAL_OF_ANOTHER_ACCOUNT ->
                caller + " belongs to account " + account + ", and nobody of that account is listed: " + pattern;
            default -> throw new IllegalArgumentException("no reason of a principal: " + finding.reason());
        };
    }

    /** Where a role is listed and its session calls, the role the session belongs to. */
    private static String callerAsListed(Principal principal, String pattern) {
        if (principal instanceof AssumedRoleSession session && pattern.contains(":role/")) {
            return session.roleArn().orElse("role " + session.roleName()) + " (the role behind the caller)";
        }
        return CallerName.of(principal);
    }
}
