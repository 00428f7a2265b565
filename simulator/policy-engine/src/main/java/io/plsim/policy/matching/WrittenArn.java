package io.plsim.policy.matching;

import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;

/**
 * A resource pattern taken apart, to say in which part it differs from the resource asked about. It never decides
 * anything: the matcher has found that the pattern does not cover the resource.
 */
final class WrittenArn {
    private static final int FIELDS = 6;
    private static final List<Reason> BY_FIELD = List.of(
            Reason.RESOURCE_NOT_LISTED,
            Reason.RESOURCE_OF_ANOTHER_PARTITION,
            Reason.RESOURCE_OF_ANOTHER_SERVICE,
            Reason.RESOURCE_OF_ANOTHER_REGION,
            Reason.RESOURCE_OF_ANOTHER_ACCOUNT);

    private final String written;
    private final String[] fields;
    private final boolean variableIsText;

    private WrittenArn(String written, String[] fields, boolean variableIsText) {
        this.written = written;
        this.fields = fields;
        this.variableIsText = variableIsText;
    }

    static WrittenArn of(String written, boolean variables) {
        return new WrittenArn(written, written.split(":", FIELDS), !variables && written.contains("${"));
    }

    /** Why this pattern does not cover the resource. */
    Reason missed(AuthorizationRequest request) {
        String resource = request.resource();
        String[] asked = request.resourceFields();
        if (fields.length < FIELDS || asked.length < FIELDS) {
            return fields.length < FIELDS ? Reason.RESOURCE_ARN_INCOMPLETE : Reason.RESOURCE_NOT_LISTED;
        }
        int differing = onlyDifference(asked);
        if (differing < 0) {
            return Reason.RESOURCE_NOT_LISTED;
        }
        if (differing < FIELDS - 1) {
            boolean noAccount = differing == 4 && fields[4].isEmpty();
            return noAccount ? Reason.RESOURCE_WITHOUT_ACCOUNT : BY_FIELD.get(differing);
        }
        if (variableIsText) {
            return Reason.RESOURCE_VARIABLE_IS_TEXT;
        }
        return tail(request, asked[5], resource);
    }

    private Reason tail(AuthorizationRequest request, String asked, String resource) {
        List<String> spellings = request.resourceSpellings();
        if (spellings.size() > 1 && covers(written, spellings.get(1))) {
            return Reason.RESOURCE_IN_OTHER_SPELLING;
        }
        if (written.equalsIgnoreCase(resource)) {
            return Reason.RESOURCE_DIFFERS_IN_CASE;
        }
        String own = fields[5];
        boolean runtime = own.startsWith("runtime/") || own.startsWith("harness/");
        if (runtime && (own.startsWith(asked + "/") || asked.startsWith(own + "/"))) {
            return Reason.RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT;
        }
        int slash = asked.indexOf('/');
        int its = own.indexOf('/');
        boolean sameId = slash >= 0 && its >= 0 && own.substring(its).equals(asked.substring(slash));
        return sameId ? Reason.RESOURCE_OF_ANOTHER_TYPE : Reason.RESOURCE_NOT_LISTED;
    }

    /** The one field that does not fit, or -1 when several do not. */
    private int onlyDifference(String[] asked) {
        int differing = -1;
        for (int i = 0; i < FIELDS; i++) {
            if (!covers(fields[i], asked[i])) {
                if (differing >= 0) {
                    return -1;
                }
                differing = i;
            }
        }
        return differing;
    }

    private static boolean covers(String pattern, String text) {
        if (pattern.equals(text) || pattern.equals("*")) {
            return true;
        }
        boolean wildcard = pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
        return wildcard && WildcardPattern.of(pattern).matches(text);
    }
}
