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
import org.jspecify.annotations.Nullable;

/** Says why a Principal element covers a caller or does not; which entry covers it is the matcher's to find. */
final class PrincipalReasons {
    private final PrincipalElement element;
    private final @Nullable WrittenPrincipal[] written;

    PrincipalReasons(PrincipalElement element) {
        this.element = element;
        this.written = element.entries().stream()
                .map(entry -> entry.kind() == Kind.AWS
                        ? new WrittenPrincipal(entry.value().text())
                        : null)
                .toArray(WrittenPrincipal[]::new);
    }

    /** The finding of the element; {@code covering} is the index of the first entry that covers the caller, or -1. */
    ElementFinding of(int covering, AuthorizationRequest request) {
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
        return missed(request);
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

    private ElementFinding missed(AuthorizationRequest request) {
        Principal caller = request.principal();
        if (caller instanceof OAuthCaller || caller instanceof AnonymousCaller) {
            int star = awsStar(element.entries());
            Reason named =
                    caller instanceof OAuthCaller ? Reason.OAUTH_CALLER_NEEDS_STAR : Reason.UNSIGNED_CALLER_NEEDS_STAR;
            return new ElementFinding(element.name(), star < 0 ? named : Reason.AWS_STAR_IS_IAM_CALLERS, star);
        }
        if (caller instanceof ServicePrincipal) {
            return new ElementFinding(element.name(), Reason.SERVICE_NOT_LISTED, -1);
        }
        Reason nearest = Reason.NO_IAM_PRINCIPAL_LISTED;
        int value = -1;
        for (int i = 0; i < written.length; i++) {
            WrittenPrincipal one = written[i];
            Reason reason = one == null ? Reason.NO_IAM_PRINCIPAL_LISTED : one.missed(request.callerNames());
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
    static int nearness(Reason reason) {
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
}
