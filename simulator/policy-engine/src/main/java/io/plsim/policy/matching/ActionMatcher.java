package io.plsim.policy.matching;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Action or NotAction: prefix and name without regard to case, wildcards in the name, {@code *} for everything. */
public final class ActionMatcher implements ElementMatcher {
    private final PatternElement element;
    private final List<Pattern> patterns = new ArrayList<>();

    private record Pattern(String written, boolean everything, String prefix, WildcardPattern name) {
        boolean matches(String action, int colon) {
            return everything
                    || colon == prefix.length()
                            && action.startsWith(prefix)
                            && name.matches(action.substring(colon + 1));
        }
    }

    public ActionMatcher(PatternElement element) {
        this.element = element;
        for (PlacedText value : element.values()) {
            String text = value.text().toLowerCase(Locale.ROOT);
            int colon = text.indexOf(':');
            String prefix = colon < 0 ? text : text.substring(0, colon);
            String name = colon < 0 ? "" : text.substring(colon + 1);
            patterns.add(new Pattern(value.text(), text.equals("*"), prefix, WildcardPattern.of(name)));
        }
    }

    @Override
    public boolean matches(AuthorizationRequest request) {
        return !patterns.isEmpty() && listed(request) != element.inverted();
    }

    private boolean listed(AuthorizationRequest request) {
        String action = request.actionLowerCase();
        int colon = action.indexOf(':');
        for (Pattern pattern : patterns) {
            if (pattern.matches(action, colon)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ElementFinding finding(AuthorizationRequest request) {
        String action = request.actionLowerCase();
        int colon = action.indexOf(':');
        for (Pattern pattern : patterns) {
            if (pattern.matches(action, colon)) {
                return new ElementFinding(
                        element.name(),
                        !element.inverted(),
                        element.inverted() ? Reason.ACTION_EXCLUDED : Reason.ACTION_LISTED,
                        "\"" + pattern.written() + "\" covers " + request.action());
            }
        }
        if (patterns.isEmpty()) {
            return new ElementFinding(element.name(), false, Reason.EMPTY_LIST, "an empty list matches no action");
        }
        if (element.inverted()) {
            return new ElementFinding(
                    element.name(), true, Reason.ACTION_NOT_EXCLUDED, request.action() + " is not excepted");
        }
        for (Pattern pattern : patterns) {
            if (colon >= 0
                    && !action.startsWith(pattern.prefix() + ":")
                    && pattern.name().matches(action.substring(colon + 1))) {
                return new ElementFinding(
                        element.name(),
                        false,
                        Reason.ACTION_OF_ANOTHER_SERVICE,
                        "\"" + pattern.written() + "\" names service prefix \"" + pattern.prefix()
                                + "\", the request is " + request.action());
            }
        }
        return new ElementFinding(
                element.name(),
                false,
                Reason.ACTION_NOT_LISTED,
                request.action() + " is not among " + Listing.of(element.values()));
    }
}
