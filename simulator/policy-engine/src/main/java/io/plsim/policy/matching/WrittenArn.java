package io.plsim.policy.matching;

import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;

/**
 * A resource pattern taken apart, to say in which part it differs from the resource asked about. It never decides
 * anything: the matcher has found that the pattern does not cover the resource.
 */
final class WrittenArn {
    private static final int FIELDS = 6;
    private static final int ACCOUNT = 4;
    private static final int TAIL = 5;
    private static final List<Reason> BY_FIELD = List.of(
            Reason.RESOURCE_NOT_LISTED,
            Reason.RESOURCE_OF_ANOTHER_PARTITION,
            Reason.RESOURCE_OF_ANOTHER_SERVICE,
            Reason.RESOURCE_OF_ANOTHER_REGION,
            Reason.RESOURCE_OF_ANOTHER_ACCOUNT);

    private final String written;
    private final WildcardPattern whole;
    private final String[] fields;
    private final WildcardPattern[] patterns;
    private final boolean variableIsText;
    private final String head;
    private final boolean runtime;
    private final int slash;

    private WrittenArn(String written, boolean variableIsText) {
        this.written = written;
        this.whole = WildcardPattern.of(written);
        this.fields = written.split(":", FIELDS);
        this.patterns = new WildcardPattern[fields.length];
        for (int i = 0; i < fields.length; i++) {
            patterns[i] = WildcardPattern.of(fields[i]);
        }
        this.variableIsText = variableIsText;
        String tail = fields[fields.length - 1];
        this.head = written.substring(0, written.length() - tail.length());
        this.runtime = tail.startsWith("runtime/") || tail.startsWith("harness/");
        this.slash = tail.indexOf('/');
    }

    static WrittenArn of(String written, boolean variables) {
        return new WrittenArn(written, !variables && written.contains("${"));
    }

    /** Why this pattern does not cover the resource. */
    Reason missed(AuthorizationRequest request) {
        String[] asked = request.resourceFields();
        if (fields.length < FIELDS || asked.length < FIELDS) {
            return fields.length < FIELDS ? Reason.RESOURCE_ARN_INCOMPLETE : Reason.RESOURCE_NOT_LISTED;
        }
        int differing = onlyDifference(request.resourceHead(), asked);
        if (differing < 0) {
            return Reason.RESOURCE_NOT_LISTED;
        }
        if (differing < TAIL) {
            boolean noAccount = differing == ACCOUNT && fields[ACCOUNT].isEmpty();
            return noAccount ? Reason.RESOURCE_WITHOUT_ACCOUNT : BY_FIELD.get(differing);
        }
        return variableIsText ? Reason.RESOURCE_VARIABLE_IS_TEXT : tail(request, fields[TAIL], asked[TAIL]);
    }

    private Reason tail(AuthorizationRequest request, String own, String asked) {
        List<String> spellings = request.resourceSpellings();
        if (spellings.size() > 1 && whole.matches(spellings.get(1))) {
            return Reason.RESOURCE_IN_OTHER_SPELLING;
        }
        if (written.equalsIgnoreCase(request.resource())) {
            return Reason.RESOURCE_DIFFERS_IN_CASE;
        }
        if (runtime && (isBelow(own, asked) || isBelow(asked, own))) {
            return Reason.RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT;
        }
        int its = asked.indexOf('/');
        int length = asked.length() - its;
        boolean sameId = slash >= 0
                && its >= 0
                && own.length() - slash == length
                && own.regionMatches(slash, asked, its, length);
        return sameId ? Reason.RESOURCE_OF_ANOTHER_TYPE : Reason.RESOURCE_NOT_LISTED;
    }

    /** Whether {@code path} goes on after {@code parent} with a slash. */
    private static boolean isBelow(String path, String parent) {
        return path.length() > parent.length() && path.charAt(parent.length()) == '/' && path.startsWith(parent);
    }

    /** The one field that does not fit, or -1 when several do not. */
    private int onlyDifference(String askedHead, String[] asked) {
        if (head.equals(askedHead)) {
            // Most misses are another name in the same account and region: one comparison instead of five.
            return patterns[TAIL].matches(asked[TAIL]) ? -1 : TAIL;
        }
        int differing = -1;
        for (int i = 0; i < FIELDS; i++) {
            if (!patterns[i].matches(asked[i])) {
                if (differing >= 0) {
                    return -1;
                }
                differing = i;
            }
        }
        return differing;
    }
}
