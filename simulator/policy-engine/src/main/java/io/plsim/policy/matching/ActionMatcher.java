package io.plsim.policy.matching;

import io.plsim.policy.document.PatternElement;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Action or NotAction: prefix and name without regard to case, wildcards in the name, {@code *} for everything. */
public final class ActionMatcher implements ElementMatcher {
    private final PatternElement element;
    private final WildcardPattern[] patterns;
    private final ActionReasons reasons;

    public ActionMatcher(PatternElement element) {
        this.element = element;
        this.reasons = new ActionReasons(element);
        this.patterns = element.values().stream()
                .map(value -> pattern(value.text().toLowerCase(Locale.ROOT)))
                .toArray(WildcardPattern[]::new);
    }

    /** A service prefix has no wildcards: {@code *:Get*} is a service that does not exist. */
    private static WildcardPattern pattern(String text) {
        return text.equals("*")
                ? WildcardPattern.of(text)
                : WildcardPattern.ofTail(text, text.indexOf(':') < 0 ? text.length() : text.indexOf(':'));
    }

    @Override
    public boolean matches(AuthorizationRequest request) {
        return patterns.length > 0 && covering(request) >= 0 != element.inverted();
    }

    /** The index of the first value that covers the action, or -1. */
    int covering(AuthorizationRequest request) {
        String action = request.actionLowerCase();
        for (int i = 0; i < patterns.length; i++) {
            if (patterns[i].matches(action)) {
                return i;
            }
        }
        return -1;
    }

    /** The texts, one for each value, with one of which every matching action starts, in lower case. */
    public List<String> prefixes() {
        return element.inverted()
                ? List.of("")
                : Arrays.stream(patterns).map(WildcardPattern::literalPrefix).toList();
    }

    @Override
    public ElementFinding finding(AuthorizationRequest request) {
        return reasons.of(covering(request), request.action());
    }
}
