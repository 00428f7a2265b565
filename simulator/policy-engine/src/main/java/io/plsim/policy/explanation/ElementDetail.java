package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.document.ConditionClause;
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
 * @param patterns what the policy says there
 * @param resolved the patterns with their variables filled in; empty where there is no variable
 * @param values what the request says; empty when it lacks the context key
 * @param sentence why it matches or not, as a clause without a full stop
 */
public record ElementDetail(
        String element,
        Reason reason,
        String test,
        List<String> patterns,
        List<String> resolved,
        List<String> values,
        String sentence) {

    /** Draws one finding of an explanation. */
    public static ElementDetail of(Explanation explanation, Statement statement, ElementFinding finding) {
        AuthorizationRequest request = explanation.request();
        boolean variables = explanation.policy().hasVariables();
        return switch (finding.element()) {
            case "Principal", "NotPrincipal" -> PrincipalWords.detail(finding, statement, request);
            case "Action", "NotAction" -> ActionWords.detail(finding, statement, request);
            case "Resource", "NotResource" -> ResourceWords.detail(finding, statement, request, variables);
            default -> ConditionWords.detail(finding, clause(statement, finding), request, variables);
        };
    }

    private static ConditionClause clause(Statement statement, ElementFinding finding) {
        return statement.conditions().get(finding.clause());
    }

    public boolean matches() {
        return reason.matches();
    }

    /** The element's name, with the operator and key of a condition. */
    public String label() {
        return test.isEmpty() ? element : element + " " + test;
    }

    static List<String> texts(List<PlacedText> values) {
        return values.stream().map(PlacedText::text).toList();
    }

    /** The patterns as they read for this request; empty when none of them has a variable. */
    static List<String> resolved(List<String> patterns, AuthorizationRequest request, boolean variables) {
        if (!variables || patterns.stream().noneMatch(pattern -> pattern.contains("${"))) {
            return List.of();
        }
        return patterns.stream()
                .map(pattern -> TextTemplate.of(pattern, Dialect.LITERAL, true).resolved(request.context()))
                .toList();
    }

    /** The variables of the patterns that have neither one value in this request nor a default, as they are written. */
    static List<String> valueless(List<String> patterns, AuthorizationRequest request) {
        return patterns.stream()
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
    }
}
