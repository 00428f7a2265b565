package io.plsim.server.authentication;

import io.plsim.policy.request.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A caller whose credentials were proven (or that has none and may come without).
 *
 * @param kind how the caller proved itself
 * @param principal what the policy engine sees
 * @param contextKeys what follows from the proven identity: {@code aws:PrincipalTag/...}, {@code aws:PrincipalOrgID},
 *     {@code aws:userid}, {@code aws:TokenIssueTime}, ...
 */
public record Caller(Kind kind, Principal principal, Map<String, List<String>> contextKeys) {

    /** How a caller proved itself; the text is the one in decision records. */
    public enum Kind {
        SIGV4("sigv4"),
        OAUTH("oauth"),
        ANONYMOUS("anonymous");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public static final Caller UNSIGNED = new Caller(Kind.ANONYMOUS, new Principal.AnonymousCaller(), Map.of());

    public Optional<String> arn() {
        return principal.arn();
    }

    public Optional<String> accountId() {
        return principal.accountId();
    }

    /** How AWS prints the caller in a denial: its ARN, or {@code anonymous}. */
    public String printedName() {
        return arn().orElse("anonymous");
    }
}
