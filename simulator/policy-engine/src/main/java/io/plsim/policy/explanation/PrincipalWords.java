package io.plsim.policy.explanation;

import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.PrincipalElement.Entry;
import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
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
        return new ElementDetail(
                finding.element(),
                finding.reason(),
                "",
                finding.value(),
                element.entries().stream().map(PrincipalWords::written).toList(),
                List.of(),
                List.of(CallerName.of(request.principal())),
                sentence(finding.reason(), request.principal()));
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

    private static String sentence(Reason reason, Principal caller) {
        return switch (reason) {
            case PRINCIPAL_EVERYONE -> "that is everyone, with or without IAM credentials";
            case PRINCIPAL_ANY_IAM -> "that is every caller that IAM knows, and this is one";
            case PRINCIPAL_LISTED -> "the caller is listed";
            case PRINCIPAL_LISTED_BY_ACCOUNT ->
                "an account stands for every user, role and session of it, and the caller belongs to it";
            case PRINCIPAL_LISTED_BY_ROLE -> "a role stands for its sessions, and the caller is one";
            case PRINCIPAL_LISTED_BY_ROLE_NAME ->
                "a role stands for its sessions; which path the role of this session has is not known, so its name alone"
                        + " decides";
            case PRINCIPAL_NOT_EXCLUDED -> "everybody else is covered, so the caller is";
            case PRINCIPAL_HAS_BOUNDARY ->
                "the caller has a permissions boundary, and a Deny with NotPrincipal spares nobody who has one, listed or"
                        + " not";
            case PRINCIPAL_EXCLUDED -> "NotPrincipal leaves the caller out";
            case PRINCIPAL_LIST_EMPTY -> "an empty list names nobody, and the statement does nothing";
            case OAUTH_CALLER_NEEDS_STAR ->
                "the caller has an OAuth token, which is no IAM principal; only \"Principal\": \"*\" covers it";
            case UNSIGNED_CALLER_NEEDS_STAR ->
                "the caller has no credentials, so it is no IAM principal; only \"Principal\": \"*\" covers it";
            case AWS_STAR_IS_IAM_CALLERS ->
                "{\"AWS\": \"*\"} stands for callers that IAM knows, and this is none; only \"Principal\": \"*\" covers it";
            case SERVICE_NOT_LISTED -> "this service is not listed";
            case NO_IAM_PRINCIPAL_LISTED -> "no IAM principal is listed: there is nothing under the key AWS";
            case PRINCIPAL_DIFFERS_IN_CASE ->
                "they differ in upper and lower case only, which counts in a principal" + behind(caller);
            case PRINCIPAL_DIFFERS_IN_PATH ->
                "the name is the same, but the path before it is another, and the path counts" + behind(caller);
            case PRINCIPAL_OF_ANOTHER_PARTITION -> "they are in different partitions";
            case PRINCIPAL_IS_ANOTHER_SESSION ->
                "a session ARN stands for that one session, and the caller is another session of the role";
            case PRINCIPAL_IS_UNIQUE_ID ->
                "that is the unique id of a user or role that was deleted after the policy was written, and stands for"
                        + " nobody now";
            case OTHER_PRINCIPAL_OF_THE_ACCOUNT -> "the account is the right one, but the caller is not listed";
            case PRINCIPAL_OF_ANOTHER_ACCOUNT ->
                "nobody of the caller's account " + caller.accountId().orElse("") + " is listed";
            default -> throw new IllegalArgumentException("no reason of a principal: " + reason);
        };
    }

    /** The role of a session, where the policy may name roles. */
    private static String behind(Principal caller) {
        return caller instanceof AssumedRoleSession session
                ? "; the role of this session is " + session.roleArn().orElseGet(() -> "named " + session.roleName())
                : "";
    }
}
