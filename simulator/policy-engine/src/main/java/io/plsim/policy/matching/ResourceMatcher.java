package io.plsim.policy.matching;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.document.Readings.ToolSpellings;
import io.plsim.policy.matching.TextTemplate.Dialect;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.Arrays;
import java.util.List;

/**
 * Resource or NotResource. A customer's code interpreter or browser has two spellings in AWS's own pages
 * ({@code code-interpreter/ID} and {@code code-interpreter-custom/ID}); by default either names it.
 */
public final class ResourceMatcher implements ElementMatcher {
    private final PatternElement element;
    private final boolean bothSpellings;
    private final ResourceReasons reasons;
    private final TextTemplate[] patterns;
    private final boolean anyVariables;

    public ResourceMatcher(PatternElement element, boolean variables, ToolSpellings spellings) {
        this.element = element;
        this.bothSpellings = spellings == ToolSpellings.BOTH;
        this.reasons = new ResourceReasons(element, variables);
        this.patterns = element.values().stream()
                .map(value -> pattern(value.text(), variables))
                .toArray(TextTemplate[]::new);
        this.anyVariables = Arrays.stream(patterns).anyMatch(TextTemplate::hasVariables);
    }

    private static TextTemplate pattern(String text, boolean variables) {
        return TextTemplate.of(text, text.equals("*") ? Dialect.GLOB : Dialect.ARN, variables);
    }

    @Override
    public boolean matches(AuthorizationRequest request) {
        if (element.inverted()) {
            return patterns.length > 0 && withoutValue(request) < 0 && !listed(request);
        }
        return listed(request);
    }

    private boolean listed(AuthorizationRequest request) {
        List<String> spellings = request.resourceSpellings();
        for (int i = 0; i < (bothSpellings ? spellings.size() : 1); i++) {
            if (covering(spellings.get(i), request) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The index of the first value that covers a spelling of the resource, or -1. */
    int covering(String spelling, AuthorizationRequest request) {
        for (int i = 0; i < patterns.length; i++) {
            if (patterns[i].matches(spelling, request.context())) {
                return i;
            }
        }
        return -1;
    }

    /** The texts, one for each value, with one of which every matching resource starts. */
    public List<String> prefixes() {
        return element.inverted()
                ? List.of("")
                : Arrays.stream(patterns).map(TextTemplate::literalPrefix).toList();
    }

    /** Whether the other spelling of a tool's ARN counts too. */
    public boolean bothSpellings() {
        return bothSpellings;
    }

    @Override
    public ElementFinding finding(AuthorizationRequest request) {
        int valueless = withoutValue(request);
        if (element.inverted() && valueless >= 0) {
            return reasons.withoutValue(valueless);
        }
        List<String> spellings = request.resourceSpellings();
        for (int i = 0; i < (bothSpellings ? spellings.size() : 1); i++) {
            int covering = covering(spellings.get(i), request);
            if (covering >= 0) {
                return reasons.listed(covering, i > 0);
            }
        }
        return valueless >= 0 ? reasons.withoutValue(valueless) : reasons.notListed(request);
    }

    /** The index of the first pattern with a variable that has no value, or -1. */
    private int withoutValue(AuthorizationRequest request) {
        if (!anyVariables) {
            return -1;
        }
        for (int i = 0; i < patterns.length; i++) {
            if (!patterns[i].hasValues(request.context())) {
                return i;
            }
        }
        return -1;
    }
}
