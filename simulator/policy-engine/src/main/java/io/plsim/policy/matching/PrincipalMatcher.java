package io.plsim.policy.matching;

import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.PrincipalElement.Kind;
import io.plsim.policy.document.Readings.AwsStar;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Principal or NotPrincipal. One caller is one principal, so several values are OR-ed whatever key they stand under. */
public final class PrincipalMatcher implements ElementMatcher {
    private final PrincipalElement element;
    private final List<PrincipalPattern> patterns = new ArrayList<>();

    public PrincipalMatcher(PrincipalElement element, PolicyType type, AwsStar awsStar) {
        this.element = element;
        for (PrincipalElement.Entry entry : element.entries()) {
            patterns.add(PrincipalPattern.of(entry, type, awsStar));
        }
    }

    @Override
    public boolean matches(AuthorizationRequest request) {
        for (PrincipalPattern pattern : patterns) {
            if (pattern.matches(request.principal())) {
                return !element.inverted();
            }
        }
        return element.inverted() && !patterns.isEmpty();
    }

    @Override
    public ElementFinding finding(AuthorizationRequest request) {
        Principal caller = request.principal();
        String name = describe(caller);
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).matches(caller)) {
                return listed(element.entries().get(i), name);
            }
        }
        if (patterns.isEmpty()) {
            return new ElementFinding(element.name(), false, Reason.EMPTY_LIST, "an empty list names nobody");
        }
        if (element.inverted()) {
            return new ElementFinding(element.name(), true, Reason.PRINCIPAL_NOT_EXCLUDED, name + " is not excepted");
        }
        return new ElementFinding(element.name(), false, reason(caller), name + " is not among " + written());
    }

    private ElementFinding listed(PrincipalElement.Entry entry, String name) {
        String covers = "\"" + entry.value().text() + "\" covers " + name;
        if (element.inverted()) {
            return new ElementFinding(element.name(), false, Reason.PRINCIPAL_EXCLUDED, covers);
        }
        Reason reason = entry.kind() == Kind.EVERYONE ? Reason.EVERYONE : Reason.PRINCIPAL_LISTED;
        return new ElementFinding(element.name(), true, reason, covers);
    }

    private Reason reason(Principal caller) {
        boolean awsStar = element.entries().stream()
                .anyMatch(entry ->
                        entry.kind() == Kind.AWS && entry.value().text().equals("*"));
        if (awsStar && caller.arn().isEmpty()) {
            return Reason.AWS_STAR_IS_SIGNED_CALLERS;
        }
        if (caller instanceof Principal.OAuthCaller) {
            return Reason.OAUTH_CALLER_NEEDS_STAR;
        }
        if (caller instanceof Principal.AnonymousCaller) {
            return Reason.ANONYMOUS_CALLER_NEEDS_STAR;
        }
        String account = caller.accountId().map(id -> ":" + id + ":").orElse("::");
        boolean sameAccount = element.entries().stream()
                .anyMatch(entry -> entry.value().text().contains(account));
        return sameAccount ? Reason.OTHER_PRINCIPAL_OF_THE_ACCOUNT : Reason.PRINCIPAL_NOT_LISTED;
    }

    private String written() {
        if (element.entries().isEmpty()) {
            return "an empty list";
        }
        return element.entries().stream()
                .map(entry -> "\"" + entry.value().text() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String describe(Principal caller) {
        if (caller instanceof Principal.OAuthCaller) {
            return "an OAuth caller (nobody that IAM knows)";
        }
        if (caller instanceof Principal.AnonymousCaller) {
            return "an unsigned caller";
        }
        if (caller instanceof Principal.ServicePrincipal service) {
            return "the service " + service.service();
        }
        return caller.arn().orElse("the caller");
    }
}
