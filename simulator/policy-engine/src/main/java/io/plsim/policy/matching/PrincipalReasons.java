package io.plsim.policy.matching;

import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.PrincipalElement.Entry;
import io.plsim.policy.document.PrincipalElement.Kind;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.Principal;
import io.plsim.policy.request.Principal.AnonymousCaller;
import io.plsim.policy.request.Principal.AssumedRoleSession;
import io.plsim.policy.request.Principal.OAuthCaller;
import io.plsim.policy.request.Principal.ServicePrincipal;
import java.util.List;

/** Says why a Principal element covers a caller or does not; which entry covers it is the matcher's to find. */
final class PrincipalReasons {
    private static final String ASSUMED_ROLE = ":assumed-role/";

    private PrincipalReasons() {}

    /** The finding of an element; {@code covering} is the index of the first entry that covers the caller, or -1. */
    static ElementFinding of(PrincipalElement element, int covering, AuthorizationRequest request) {
        List<Entry> entries = element.entries();
        if (covering >= 0) {
            Reason reason =
                    element.inverted() ? Reason.PRINCIPAL_EXCLUDED : listed(entries.get(covering), request.principal());
            return new ElementFinding(element.name(), reason, covering);
        }
        if (entries.isEmpty()) {
            return new ElementFinding(element.name(), Reason.PRINCIPAL_LIST_EMPTY, -1);
        }
        if (element.inverted()) {
            return new ElementFinding(element.name(), Reason.PRINCIPAL_NOT_EXCLUDED, -1);
        }
        return missed(element, request);
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

    private static ElementFinding missed(PrincipalElement element, AuthorizationRequest request) {
        List<Entry> entries = element.entries();
        Principal caller = request.principal();
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
                    ? missed(entries.get(i).value().text(), request.callerNames())
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

    private static Reason missed(String written, List<String> names) {
        String account = names.get(names.size() - 1);
        if (!written.contains(account)) {
            boolean uniqueId = !written.startsWith("arn:") && !isAccountId(written);
            return uniqueId ? Reason.PRINCIPAL_IS_UNIQUE_ID : Reason.PRINCIPAL_OF_ANOTHER_ACCOUNT;
        }
        Reason nearest = written.endsWith(":root")
                ? Reason.PRINCIPAL_OF_ANOTHER_PARTITION
                : Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT;
        for (int i = 0; i < names.size() - 1; i++) {
            Reason reason = differs(written, names.get(i));
            if (nearness(reason) > nearness(nearest)) {
                nearest = reason;
            }
        }
        return nearest;
    }

    /** How a written ARN differs from one of the caller's names: his own ARN, that of his role, that of his account. */
    private static Reason differs(String written, String name) {
        if (endAlike(written, name)) {
            if (written.equalsIgnoreCase(name)) {
                return Reason.PRINCIPAL_DIFFERS_IN_CASE;
            }
            if (sameRest(written, afterPartition(written), name, afterPartition(name))) {
                return Reason.PRINCIPAL_OF_ANOTHER_PARTITION;
            }
        }
        int slash = written.indexOf('/');
        if (slash < 0 || name.length() <= slash || name.charAt(slash) != '/') {
            return Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT;
        }
        if (written.startsWith(ASSUMED_ROLE, slash + 1 - ASSUMED_ROLE.length())) {
            int session = written.indexOf('/', slash + 1);
            boolean sameRole = session > 0 && written.regionMatches(0, name, 0, session + 1);
            return sameRole ? Reason.PRINCIPAL_IS_ANOTHER_SESSION : Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT;
        }
        return endAlike(written, name)
                        && written.regionMatches(0, name, 0, slash)
                        && sameRest(written, written.lastIndexOf('/'), name, name.lastIndexOf('/'))
                ? Reason.PRINCIPAL_DIFFERS_IN_PATH
                : Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT;
    }

    /** A cheap look at the last character, which sets most names apart. */
    private static boolean endAlike(String a, String b) {
        return Character.toLowerCase(a.charAt(a.length() - 1)) == Character.toLowerCase(b.charAt(b.length() - 1));
    }

    private static boolean sameRest(String written, int from, String name, int its) {
        int length = written.length() - from;
        return name.length() - its == length && written.regionMatches(from, name, its, length);
    }

    private static boolean isAccountId(String text) {
        return text.length() == 12 && text.chars().allMatch(Character::isDigit);
    }

    /** Where the part after {@code arn:partition} begins; 0 where the text is no ARN. */
    private static int afterPartition(String arn) {
        int partition = arn.indexOf(':');
        return partition < 0 ? 0 : Math.max(0, arn.indexOf(':', partition + 1));
    }
}
