package io.plsim.policy.matching;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Readings.ToolSpellings;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Resource or NotResource. A customer's code interpreter or browser has two spellings in AWS's own pages
 * ({@code code-interpreter/ID} and {@code code-interpreter-custom/ID}); by default either names it.
 */
public final class ResourceMatcher implements ElementMatcher {
    private final PatternElement element;
    private final ToolSpellings spellings;
    private final List<TextTemplate> patterns = new ArrayList<>();

    public ResourceMatcher(PatternElement element, boolean variables, ToolSpellings spellings) {
        this.element = element;
        this.spellings = spellings;
        for (PlacedText value : element.values()) {
            TextTemplate.Dialect dialect =
                    value.text().equals("*") ? TextTemplate.Dialect.GLOB : TextTemplate.Dialect.ARN;
            patterns.add(TextTemplate.of(value.text(), dialect, variables));
        }
    }

    @Override
    public boolean matches(AuthorizationRequest request) {
        if (element.inverted() && anyWithoutValue(request)) {
            return false;
        }
        for (String spelling : spellingsOf(request)) {
            for (TextTemplate pattern : patterns) {
                if (pattern.matches(spelling, request.context())) {
                    return !element.inverted();
                }
            }
        }
        return element.inverted() && !patterns.isEmpty();
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
        if (patterns.isEmpty()) {
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
        for (TextTemplate pattern : patterns) {
            if (pattern.hasVariables() && pattern.resolve(request.context()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<String> spellingsOf(AuthorizationRequest request) {
        return spellings == ToolSpellings.BOTH ? request.resourceSpellings() : List.of(request.resource());
    }

    private ElementFinding finding(boolean matches, Reason reason, String detail) {
        return new ElementFinding(element.name(), matches, reason, detail);
    }
}
