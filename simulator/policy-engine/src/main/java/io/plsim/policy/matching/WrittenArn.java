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

    private WrittenArn(String written, boolean variableIsText) {
        this.written = written;
        this.whole = WildcardPattern.of(written);
        this.fields = written.split(":", FIELDS);
        this.patterns = new WildcardPattern[fields.length];
        for (int i = 0; i < fields.length; i++) {
            patterns[i] = WildcardPattern.of(fields[i]);
        }
        this.variableIsText = variableIsText;
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
        int differing = onlyDifference(asked);
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
        boolean runtime = own.startsWith("runtime/") || own.startsWith("harness/");
        if (runtime && (isBelow(own, asked) || isBelow(asked, own))) {
            return Reason.RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT;
        }
        int slash = asked.indexOf('/');
        int its = own.indexOf('/');
        int length = asked.length() - slash;
        boolean sameId =
                slash >= 0 && its >= 0 && own.length() - its == length && own.regionMatches(its, asked, slash, length);
        return sameId ? Reason.RESOURCE_OF_ANOTHER_TYPE : Reason.RESOURCE_NOT_LISTED;
    }

    /** Whether {@code path} goes on after {@code parent} with a slash. */
    private static boolean isBelow(String path, String parent) {
        return path.length() > parent.length() && path.startsWith(parent) && path.charAt(parent.length()) == '/';
    }

    /** The one field that does not fit, or -1 when several do not. */
    private int onlyDifference(String[] asked) {
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
