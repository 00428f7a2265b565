package io.plsim.policy.matching;

import java.util.List;

/**
 * A value under {@code "AWS"} taken apart once, to say how it differs from the names of a caller. It never decides anything:
 * the matcher has found that the value does not cover the caller.
 */
final class WrittenPrincipal {
    private static final String ASSUMED_ROLE = ":assumed-role/";
    private static final int ACCOUNT = 4;

    private final String written;
    private final String account;
    private final Reason ofAnotherAccount;
    private final Reason ofTheAccount;
    /** Where the part after {@code arn:partition} begins; 0 where the text is no ARN. */
    private final int afterPartition;

    private final int slash;
    private final int lastSlash;
    /** The length of a session's ARN up to the name of the session; 0 where it is of no session. */
    private final int sessionRole;

    private final boolean ofSession;
    private final char end;

    WrittenPrincipal(String written) {
        String[] fields = written.split(":", 6);
        boolean arn = written.startsWith("arn:");
        boolean accountId = isAccountId(written);
        this.written = written;
        this.account = accountId ? written : fields.length > ACCOUNT ? fields[ACCOUNT] : "";
        this.ofAnotherAccount = arn || accountId ? Reason.PRINCIPAL_OF_ANOTHER_ACCOUNT : Reason.PRINCIPAL_IS_UNIQUE_ID;
        this.ofTheAccount = written.endsWith(":root")
                ? Reason.PRINCIPAL_OF_ANOTHER_PARTITION
                : Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT;
        this.afterPartition = afterPartition(written);
        this.slash = written.indexOf('/');
        this.lastSlash = written.lastIndexOf('/');
        this.end = lastLowerCase(written);
        this.ofSession = slash >= 0 && written.startsWith(ASSUMED_ROLE, slash + 1 - ASSUMED_ROLE.length());
        this.sessionRole = ofSession ? written.indexOf('/', slash + 1) + 1 : 0;
    }

    /** Why this value does not cover a caller of these names, of which the last is the account. */
    Reason missed(List<String> names) {
        int last = names.size() - 1;
        if (!account.equals(names.get(last))) {
            return ofAnotherAccount;
        }
        Reason nearest = ofTheAccount;
        for (int i = 0; i < last; i++) {
            Reason reason = differs(names.get(i));
            if (PrincipalReasons.nearness(reason) > PrincipalReasons.nearness(nearest)) {
                nearest = reason;
            }
        }
        return nearest;
    }

    /** How it differs from one of the caller's names: his own ARN, that of his role, that of his account. */
    private Reason differs(String name) {
        // A cheap look at the last character sets most names apart.
        boolean endAlike = lastLowerCase(name) == end;
        if (endAlike) {
            if (written.equalsIgnoreCase(name)) {
                return Reason.PRINCIPAL_DIFFERS_IN_CASE;
            }
            if (sameRest(afterPartition, name, afterPartition(name))) {
                return Reason.PRINCIPAL_OF_ANOTHER_PARTITION;
            }
        }
        if (ofSession) {
            boolean sameRole = sessionRole > 0 && written.regionMatches(0, name, 0, sessionRole);
            return sameRole ? Reason.PRINCIPAL_IS_ANOTHER_SESSION : Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT;
        }
        boolean samePath = endAlike
                && slash >= 0
                && written.regionMatches(0, name, 0, slash + 1)
                && sameRest(lastSlash, name, name.lastIndexOf('/'));
        return samePath ? Reason.PRINCIPAL_DIFFERS_IN_PATH : Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT;
    }

    private static char lastLowerCase(String text) {
        return text.isEmpty() ? 0 : Character.toLowerCase(text.charAt(text.length() - 1));
    }

    private boolean sameRest(int from, String name, int its) {
        int length = written.length() - from;
        return name.length() - its == length && written.regionMatches(from, name, its, length);
    }

    private static boolean isAccountId(String text) {
        return text.length() == 12 && text.chars().allMatch(Character::isDigit);
    }

    private static int afterPartition(String arn) {
        int partition = arn.indexOf(':');
        return partition < 0 ? 0 : Math.max(0, arn.indexOf(':', partition + 1));
    }
}
