package io.plsim.policy.matching;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.request.AuthorizationRequest;

/** Says why a Resource element covers a resource or does not; which value covers it is the matcher's to find. */
final class ResourceReasons {
    private final PatternElement element;
    private final boolean variables;
    private final ElementFinding[] covered;
    private final ElementFinding notCovered;
    private final WrittenArn[] arns;

    ResourceReasons(PatternElement element, boolean variables) {
        this.element = element;
        this.variables = variables;
        this.covered = new ElementFinding[element.values().size()];
        for (int i = 0; i < covered.length; i++) {
            Reason reason = element.inverted()
                    ? Reason.RESOURCE_EXCLUDED
                    : listed(element.values().get(i).text());
            covered[i] = new ElementFinding(element.name(), reason, i);
        }
        this.notCovered = new ElementFinding(element.name(), notCovered(), -1);
        this.arns = element.values().stream()
                .map(value -> WrittenArn.of(value.text(), variables))
                .toArray(WrittenArn[]::new);
    }

    /** The finding where a value covers the resource; {@code other} says that it does so by its other spelling. */
    ElementFinding listed(int covering, boolean other) {
        return other && !element.inverted()
                ? new ElementFinding(element.name(), Reason.RESOURCE_LISTED_BY_OTHER_SPELLING, covering)
                : covered[covering];
    }

    private Reason notCovered() {
        if (element.values().isEmpty()) {
            return Reason.RESOURCE_LIST_EMPTY;
        }
        return element.inverted() ? Reason.RESOURCE_NOT_EXCLUDED : Reason.RESOURCE_NOT_LISTED;
    }

    private Reason listed(String written) {
        if (written.equals("*")) {
            return Reason.RESOURCE_EVERY;
        }
        if (variables && written.contains("${")) {
            return Reason.RESOURCE_LISTED_BY_VARIABLE;
        }
        boolean wildcard = written.indexOf('*') >= 0 || written.indexOf('?') >= 0;
        return wildcard ? Reason.RESOURCE_LISTED_BY_WILDCARD : Reason.RESOURCE_LISTED;
    }

    /** The finding where a value has a variable without value, which keeps the element from matching. */
    ElementFinding withoutValue(int value) {
        return new ElementFinding(element.name(), Reason.RESOURCE_VARIABLE_WITHOUT_VALUE, value);
    }

    /** The finding where no value covers the resource: for Resource, the value that comes nearest. */
    ElementFinding notListed(AuthorizationRequest request) {
        if (arns.length == 0 || element.inverted()) {
            return notCovered;
        }
        if (request.resource().equals("*")) {
            return new ElementFinding(element.name(), Reason.RESOURCE_NEEDS_STAR, -1);
        }
        Reason nearest = Reason.RESOURCE_NOT_LISTED;
        int value = -1;
        for (int i = 0; i < arns.length; i++) {
            Reason reason = arns[i].missed(request);
            if (nearness(reason) > nearness(nearest)) {
                nearest = reason;
                value = i;
            }
        }
        return value < 0 ? notCovered : new ElementFinding(element.name(), nearest, value);
    }

    /** Which of several misses to tell of: the one that is nearest to a match. */
    private static int nearness(Reason reason) {
        return switch (reason) {
            case RESOURCE_VARIABLE_IS_TEXT, RESOURCE_IN_OTHER_SPELLING -> 6;
            case RESOURCE_DIFFERS_IN_CASE -> 5;
            case RESOURCE_WITHOUT_ACCOUNT, RESOURCE_IS_RUNTIME_OR_ITS_ENDPOINT -> 4;
            case RESOURCE_OF_ANOTHER_ACCOUNT, RESOURCE_OF_ANOTHER_REGION -> 3;
            case RESOURCE_OF_ANOTHER_PARTITION, RESOURCE_OF_ANOTHER_SERVICE, RESOURCE_OF_ANOTHER_TYPE -> 2;
            case RESOURCE_ARN_INCOMPLETE -> 1;
            default -> 0;
        };
    }
}
