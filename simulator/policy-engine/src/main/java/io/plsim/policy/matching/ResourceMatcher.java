package io.plsim.policy.matching;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.document.PlacedText;
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
    private final TextTemplate[] patterns;
    private final boolean anyVariables;

    public ResourceMatcher(PatternElement element, boolean variables, ToolSpellings spellings) {
        this.element = element;
        this.bothSpellings = spellings == ToolSpellings.BOTH;
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
            return patterns.length > 0 && !anyWithoutValue(request) && !listed(request);
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
        if (anyWithoutValue(request) && (element.inverted() || !matches(request))) {
            return finding(
                    false,
                    Reason.RESOURCE_VARIABLE_WITHOUT_VALUE,
                    "a variable in " + Listing.of(element.values())
                            + " has no value in this request, so it matches no resource");
        }
        for (String spelling : spellingsOf(request)) {
            for (TextTemplate pattern : patterns) {
                if (pattern.matches(spelling, request.context())) {
                    return listed(request, spelling, pattern);
                }
            }
        }
        if (patterns.length == 0) {
            return finding(false, Reason.EMPTY_LIST, "an empty list matches no resource");
        }
        if (element.inverted()) {
            return finding(true, Reason.RESOURCE_NOT_EXCLUDED, request.resource() + " is not excepted");
        }
        return finding(false, nearMiss(request), request.resource() + " is not among " + Listing.of(element.values()));
    }

    private ElementFinding listed(AuthorizationRequest request, String spelling, TextTemplate pattern) {
        boolean other = !spelling.equals(request.resource());
        String detail = "\"" + pattern.resolved(request.context()) + "\" covers " + spelling
                + (other ? ", the other spelling of " + request.resource() : "");
        if (element.inverted()) {
            return finding(false, Reason.RESOURCE_EXCLUDED, detail);
        }
        return finding(true, other ? Reason.RESOURCE_LISTED_BY_OTHER_SPELLING : Reason.RESOURCE_LISTED, detail);
    }

    private Reason nearMiss(AuthorizationRequest request) {
        String[] asked = request.resource().split(":", 6);
        for (PlacedText value : element.values()) {
            String[] written = value.text().split(":", 6);
            if (written.length == 6 && asked.length == 6 && written[5].equals(asked[5])) {
                if (!written[4].equals(asked[4])) {
                    return Reason.RESOURCE_OF_ANOTHER_ACCOUNT;
                }
                if (!written[3].equals(asked[3])) {
                    return Reason.RESOURCE_OF_ANOTHER_REGION;
                }
            }
        }
        return Reason.RESOURCE_NOT_LISTED;
    }

    private boolean anyWithoutValue(AuthorizationRequest request) {
        if (!anyVariables) {
            return false;
        }
        for (TextTemplate pattern : patterns) {
            if (pattern.hasVariables() && pattern.resolve(request.context()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<String> spellingsOf(AuthorizationRequest request) {
        return bothSpellings ? request.resourceSpellings() : List.of(request.resource());
    }

    private ElementFinding finding(boolean matches, Reason reason, String detail) {
        return new ElementFinding(element.name(), matches, reason, detail);
    }
}
