package io.plsim.policy.matching;

import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.PrincipalElement.Entry;
import io.plsim.policy.document.PrincipalElement.Kind;
import io.plsim.policy.request.Principal;
import io.plsim.policy.request.Principal.AnonymousCaller;
import io.plsim.policy.request.Principal.AssumedRoleSession;
import io.plsim.policy.request.Principal.OAuthCaller;
import io.plsim.policy.request.Principal.ServicePrincipal;
import java.util.List;
import java.util.Optional;

/** Says why a Principal element covers a caller or does not; which entry covers it is the matcher's to find. */
final class PrincipalReasons {
    private PrincipalReasons() {}

    /** The finding of an element; {@code covering} is the index of the first entry that covers the caller, or -1. */
    static ElementFinding of(PrincipalElement element, int covering, Principal caller) {
        List<Entry> entries = element.entries();
        if (covering >= 0) {
            Reason reason = element.inverted() ? Reason.PRINCIPAL_EXCLUDED : listed(entries.get(covering), caller);
            return new ElementFinding(element.name(), reason, covering);
        }
        if (entries.isEmpty()) {
            return new ElementFinding(element.name(), Reason.PRINCIPAL_LIST_EMPTY, -1);
        }
        if (element.inverted()) {
            return new ElementFinding(element.name(), Reason.PRINCIPAL_NOT_EXCLUDED, -1);
        }
        return missed(element, caller);
    }

    private static Reason listed(Entry entry, Principal caller) {
        String text = entry.value().text();
        if (entry.kind() == Kind.EVERYONE) {
            return Reason.PRINCIPAL_EVERYONE;
        }
        if (text.equals("*")) {
            return caller.arn().isPresent() ? Reason.PRINCIPAL_ANY_IAM : Reason.PRINCIPAL_EVERYONE;
        }
        if (entry.kind() == Kind.AWS && (!text.startsWith("arn:") || text.endsWith(":root"))) {
            return Reason.PRINCIPAL_LISTED_BY_ACCOUNT;
        }
        if (caller instanceof AssumedRoleSession session && text.contains(":role/")) {
            return session.roleArn().isPresent()
                    ? Reason.PRINCIPAL_LISTED_BY_ROLE
                    : Reason.PRINCIPAL_LISTED_BY_ROLE_NAME;
        }
        return Reason.PRINCIPAL_LISTED;
    }

    private static ElementFinding missed(PrincipalElement element, Principal caller) {
        List<Entry> entries = element.entries();
        if (caller instanceof OAuthCaller || caller instanceof AnonymousCaller) {
            int star = awsStar(entries);
            Reason named =
                    caller instanceof OAuthCaller ? Reason.OAUTH_CALLER_NEEDS_STAR : Reason.UNSIGNED_CALLER_NEEDS_STAR;
            return new ElementFinding(element.name(), star < 0 ? named : Reason.AWS_STAR_IS_IAM_CALLERS, star);
        }
        if (caller instanceof ServicePrincipal) {
            return new ElementFinding(element.name(), Reason.SERVICE_NOT_LISTED, -1);
        }
        Reason nearest = Reason.NO_IAM_PRINCIPAL_LISTED;
        int value = -1;
        for (int i = 0; i < entries.size(); i++) {
            Reason reason = entries.get(i).kind() == Kind.AWS
                    ? missed(entries.get(i).value().text(), caller)
                    : Reason.NO_IAM_PRINCIPAL_LISTED;
            if (nearness(reason) > nearness(nearest)) {
                nearest = reason;
                value = i;
            }
        }
        boolean aboutAll =
                nearest == Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT || nearest == Reason.PRINCIPAL_OF_ANOTHER_ACCOUNT;
        return new ElementFinding(element.name(), nearest, aboutAll ? -1 : value);
    }

    private static int awsStar(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).kind() == Kind.AWS
                    && entries.get(i).value().text().equals("*")) {
                return i;
            }
        }
        return -1;
    }

    /** Which of several misses to tell of: the one that is nearest to a match. */
    private static int nearness(Reason reason) {
        return switch (reason) {
            case PRINCIPAL_DIFFERS_IN_CASE, PRINCIPAL_DIFFERS_IN_PATH -> 6;
            case PRINCIPAL_IS_ANOTHER_SESSION -> 5;
            case PRINCIPAL_OF_ANOTHER_PARTITION -> 4;
            case OTHER_PRINCIPAL_OF_THE_ACCOUNT -> 3;
            case PRINCIPAL_OF_ANOTHER_ACCOUNT -> 2;
            case PRINCIPAL_IS_UNIQUE_ID -> 1;
            default -> 0;
        };
    }

    private static Reason missed(String written, Principal caller) {
        String account = caller.accountId().orElse("");
        if (!written.contains(account)) {
            boolean uniqueId = !written.startsWith("arn:") && !isAccountId(written);
            return uniqueId ? Reason.PRINCIPAL_IS_UNIQUE_ID : Reason.PRINCIPAL_OF_ANOTHER_ACCOUNT;
        }
        String arn = compared(written, caller);
        if (written.equalsIgnoreCase(arn)) {
            return Reason.PRINCIPAL_DIFFERS_IN_CASE;
        }
        if (afterPartition(written).equals(afterPartition(arn)) || written.endsWith(":root")) {
            return Reason.PRINCIPAL_OF_ANOTHER_PARTITION;
        }
        if (caller instanceof AssumedRoleSession session
                && written.contains(":assumed-role/" + session.roleName() + "/")) {
            return Reason.PRINCIPAL_IS_ANOTHER_SESSION;
        }
        return withoutPath(written).equals(withoutPath(arn))
                ? Reason.PRINCIPAL_DIFFERS_IN_PATH
                : Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT;
    }

    /** The caller's ARN in the form the entry has: the role's where a role is written and the caller is its session. */
    private static String compared(String written, Principal caller) {
        if (caller instanceof AssumedRoleSession session && written.contains(":role/")) {
            Optional<String> role = session.roleArn();
            return role.orElseGet(
                    () -> "arn:" + session.partition() + ":iam::" + session.account() + ":role/" + session.roleName());
        }
        return caller.arn().orElse("");
    }

    private static boolean isAccountId(String text) {
        return text.length() == 12 && text.chars().allMatch(Character::isDigit);
    }

    private static String afterPartition(String arn) {
        int partition = arn.indexOf(':');
        int service = partition < 0 ? -1 : arn.indexOf(':', partition + 1);
        return service < 0 ? arn : arn.substring(service);
    }

    /** {@code user/division/alice} as {@code user/alice}. */
    private static String withoutPath(String arn) {
        int first = arn.indexOf('/');
        return first < 0 ? arn : arn.substring(0, first) + arn.substring(arn.lastIndexOf('/'));
    }
}
