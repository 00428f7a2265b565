package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.matching.Reason;
import java.util.Optional;

/** Hints about the resource, and about variables wherever they stand. */
final class ResourceHints {
    private ResourceHints() {}

    static Optional<String> variableWithoutVersion(ElementDetail element, StatementDetail in, Explanation of) {
        boolean variable = element.patterns().stream().anyMatch(pattern -> pattern.contains("${"));
        return variable && !of.policy().hasVariables()
                ? Optional.of(
                        "Add \"Version\": \"2012-10-17\" at the top of the policy; without it a ${...} is plain text.")
                : Optional.empty();
    }

    static Optional<String> otherSpelling(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.RESOURCE_IN_OTHER_SPELLING
                ? Optional.of("Write the resource as it is asked about: \""
                        + of.request().resource() + "\".")
                : Optional.empty();
    }

    static Optional<String> runtimeEndpoint(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT
                ? Optional.of("A runtime and its endpoints have ARNs of their own; list the one that is asked about, \""
                        + of.request().resource() + "\", or both.")
                : Optional.empty();
    }

    /** AWS's own browser and code interpreter belong to the literal account {@code aws}. */
    static Optional<String> systemTool(ElementDetail element, StatementDetail in, Explanation of) {
        String[] fields = of.request().resourceFields();
        boolean system = fields.length == 6 && fields[4].equals("aws");
        return system && element.reason() == Reason.RESOURCE_OF_ANOTHER_ACCOUNT
                ? Optional.of(
                        "AWS's own browser and code interpreter belong to the account \"aws\"; a customer's have the"
                                + " account id and the types browser-custom and code-interpreter-custom.")
                : Optional.empty();
    }
}
