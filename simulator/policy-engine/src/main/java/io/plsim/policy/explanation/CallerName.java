package io.plsim.policy.explanation;

import io.plsim.policy.request.Principal;

/** How a caller is called in an explanation. */
final class CallerName {
    private CallerName() {}

    static String of(Principal caller) {
        if (caller instanceof Principal.OAuthCaller) {
            return "a caller with an OAuth token";
        }
        if (caller instanceof Principal.AnonymousCaller) {
            return "a caller without credentials";
        }
        if (caller instanceof Principal.ServicePrincipal service) {
            return "the service " + service.service();
        }
        return caller.arn().orElse("a caller without a name");
    }
}
