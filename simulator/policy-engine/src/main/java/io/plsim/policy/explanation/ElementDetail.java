package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
import io.plsim.policy.matching.TextTemplate;
import io.plsim.policy.matching.TextTemplate.Dialect;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;

/**
 * A finding with everything a reader wants to see of it; text and JSON are both drawn from this.
 *
 * @param element as written: Principal, NotAction, Condition, ...
 * @param test the operator and key of a condition, such as {@code StringEquals aws:SourceVpce}; empty elsewhere
 * @param about which of the patterns it is about, from 0; -1 where it is about all of them
 * @param patterns what the policy says there
 * @param resolved the patterns with their variables filled in; empty where there is no variable
 * @param values what the request says; empty when it lacks the context key
 * @param sentence why it matches or not, as a clause without a full stop
 */
public record ElementDetail(
        String element,
        Reason reason,
        String test,
        int about,
        List<String> patterns,
        List<String> resolved,
        List<String> values,
        String sentence) {
    private static final int SHOWN = 6;

    /** Draws one finding of an explanation. */
    public static ElementDetail of(Explanation explanation, Statement statement, ElementFinding finding) {
        AuthorizationRequest request = explanation.request();
        boolean variables = explanation.policy().hasVariables();
        return switch (finding.element()) {
            case "Principal", "NotPrincipal" -> PrincipalWords.detail(finding, statement, request);
            case "Action", "NotAction" -> ActionWords.detail(finding, statement, request);
            case "Resource", "NotResource" -> ResourceWords.detail(finding, statement, request, variables);
            default -> ConditionWords.detail(finding, statement.conditions().get(finding.clause()), request, variables);
        };
    }

    public boolean matches() {
        return reason.matches();
    }

    /** What the policy says, in quotes: the value it is about, or all of them. */
    public String policy() {
        return (test.isEmpty() ? "" : test + " ") + quoted(patterns);
    }

    /** How that reads for this request, in quotes; empty where there is no variable. */
    public String reads() {
        return resolved.isEmpty() ? "" : quoted(resolved);
    }

    /** What the request says: a caller as he is called, everything else in quotes. */
    public String request() {
        if (element.endsWith("Principal")) {
            return values.get(0);
        }
        String key = test.substring(test.indexOf(' ') + 1);
        if (values.isEmpty()) {
            return "no " + key;
        }
        return (test.isEmpty() ? "" : key + " ") + Listing.of(values, SHOWN);
    }

    /** The sentence with the pattern beside the value. */
    public String detail() {
        return sentence + " (policy: " + policy() + (resolved.isEmpty() ? "" : ", which reads " + reads())
                + "; request: " + request() + ")";
    }

    private String quoted(List<String> texts) {
        if (about < 0) {
            return Listing.of(texts, SHOWN);
        }
        return Listing.quoted(texts.get(about)) + (texts.size() > 1 ? " (one of " + texts.size() + ")" : "");
    }

    static List<String> texts(List<PlacedText> values) {
        return values.stream().map(PlacedText::text).toList();
    }

    /** The patterns as they read for this request; empty when no variable of theirs has a value. */
    static List<String> resolved(List<String> patterns, AuthorizationRequest request, boolean variables) {
        if (!variables) {
            return List.of();
        }
        List<String> resolved = patterns.stream()
                .map(pattern -> TextTemplate.of(pattern, Dialect.LITERAL, true).resolved(request.context()))
                .toList();
        return resolved.equals(patterns) ? List.of() : resolved;
    }

    /** The variables of the patterns that have neither one value in this request nor a default, for a sentence. */
    static String valueless(List<String> patterns, AuthorizationRequest request) {
        List<String> names = patterns.stream()
                .map(pattern -> TextTemplate.of(pattern, Dialect.LITERAL, true))
                .filter(template -> template.resolve(request.context()).isEmpty())
                .flatMap(template -> template.variables().stream())
                .distinct()
                .filter(name -> {
                    List<String> found = request.context().get(name);
                    return found == null || found.size() != 1;
                })
                .map(name -> "${" + name + "}")
                .toList();
        return String.join(", ", names) + (names.size() == 1 ? " has" : " have");
    }
}
