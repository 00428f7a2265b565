package io.plsim.policy.matching;

import io.plsim.policy.document.Effect;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.PrincipalElement.Kind;
import io.plsim.policy.document.Readings.AwsStar;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Principal or NotPrincipal. One caller is one principal, so several values are OR-ed whatever key they stand under. A Deny
 * with NotPrincipal excepts nobody who has a permissions boundary (IAM User Guide, "Permissions boundaries").
 */
public final class PrincipalMatcher implements ElementMatcher {
    private static final int NONE = -1;

    private final PrincipalElement element;
    private final PrincipalReasons reasons;
    private final boolean unsignedIsAws;
    private final boolean deniesTheBounded;
    private final Map<String, Integer> entryByName = new HashMap<>();
    private int everyone = NONE;
    private int awsStar = NONE;

    public PrincipalMatcher(PrincipalElement element, Effect effect, PolicyType type, AwsStar reading) {
        this.element = element;
        this.reasons = new PrincipalReasons(element);
        this.deniesTheBounded = element.inverted() && effect == Effect.DENY;
        this.unsignedIsAws = type == PolicyType.RESOURCE;
        for (int i = element.entries().size() - 1; i >= 0; i--) {
            PrincipalElement.Entry entry = element.entries().get(i);
            boolean star = entry.kind() == Kind.AWS && entry.value().text().equals("*");
            if (entry.kind() == Kind.EVERYONE || star && reading == AwsStar.EVERYONE) {
                everyone = i;
            } else if (star) {
                awsStar = i;
            }
            for (String name : ListedNames.of(entry)) {
                entryByName.put(name, i);
            }
        }
    }

    @Override
    public boolean matches(AuthorizationRequest request) {
        return element.inverted()
                ? !element.entries().isEmpty() && covering(request) == NONE
                : covering(request) != NONE;
    }

    /** The index of a value that covers the caller, or -1. */
    int covering(AuthorizationRequest request) {
        if (deniesTheBounded && request.hasPermissionsBoundary()) {
            return NONE;
        }
        if (everyone != NONE) {
            return everyone;
        }
        List<String> names = request.callerNames();
        for (int i = 0; i < names.size(); i++) {
            Integer entry = entryByName.get(names.get(i));
            if (entry != null) {
                return entry;
            }
        }
        return awsStar != NONE && isAws(request.principal()) ? awsStar : NONE;
    }

    /** Whom {@code {"AWS": "*"}} means under the default reading: never a bearer caller. */
    private boolean isAws(Principal caller) {
        return !(caller instanceof Principal.OAuthCaller)
                && (unsignedIsAws || !(caller instanceof Principal.AnonymousCaller));
    }

    /** The names this element lists; empty when it may match a caller without naming it. */
    public Set<String> names() {
        boolean namesOnly = !element.inverted() && everyone == NONE && awsStar == NONE;
        return namesOnly ? entryByName.keySet() : Set.of();
    }

    @Override
    public ElementFinding finding(AuthorizationRequest request) {
        if (deniesTheBounded && request.hasPermissionsBoundary() && matches(request)) {
            return new ElementFinding(element.name(), Reason.PRINCIPAL_HAS_BOUNDARY, NONE);
        }
        return reasons.of(covering(request), request);
    }
}
