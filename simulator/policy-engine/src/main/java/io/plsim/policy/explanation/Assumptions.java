package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.document.Effect;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Finds the readings without a switch an outcome hangs on, by combining once more with those elements turned round. */
final class Assumptions {
    /** A reading of AWS's pages, and the findings that would be turned round by the other one. */
    private record Assumption(BiPredicate<Statement, ElementFinding> turns, String sentence) {
        Assumption(Set<Reason> reasons, String sentence) {
            this((statement, finding) -> reasons.contains(finding.reason()), sentence);
        }
    }

    private static final List<Assumption> ALL = List.of(
            new Assumption(
                    Set.of(Reason.CONDITION_LIST_EMPTY),
                    "AWS's pages disagree on a condition with an empty list of values: that nothing satisfies it, as here, or"
                            + " that it has no effect."),
            new Assumption(
                    Set.of(Reason.PRINCIPAL_DIFFERS_IN_CASE),
                    "AWS's pages disagree on whether upper and lower case count in the name of a principal; here they"
                            + " do."),
            new Assumption(
                    (statement, finding) -> finding.reason() == Reason.PRINCIPAL_EXCLUDED
                            && statement.effect() == Effect.DENY
                            && !namesAccount(statement, finding),
                    "AWS says that for a Deny with NotPrincipal some services look at account, role and session one after"
                            + " the other, so that the account must be listed too; which ones is not said, and here it need"
                            + " not be."),
            new Assumption(
                    Set.of(Reason.ACTION_PREFIX_HAS_WILDCARD),
                    "AWS does not say what a wildcard in the service prefix of an action covers; here it covers nothing."),
            new Assumption(
                    Set.of(Reason.RESOURCE_ARN_INCOMPLETE),
                    "AWS does not say what an ARN with missing fields covers in an endpoint policy; here it covers"
                            + " nothing."),
            new Assumption(
                    (statement, finding) -> finding.reason() == Reason.RESOURCE_VARIABLE_WITHOUT_VALUE
                            && statement.resource().inverted(),
                    "AWS does not say what a NotResource leaves out whose variable has no value; here its statement does"
                            + " not apply."),
            new Assumption(
                    Set.of(Reason.CONDITION_FALSE_BECAUSE_SEVERAL_VALUES, Reason.CONDITION_TRUE_BECAUSE_SEVERAL_VALUES),
                    "AWS does not say how an operator without ForAllValues or ForAnyValue compares a key that has several"
                            + " values; here it never finds them equal."));

    private Assumptions() {}

    static List<Choice> of(Explanation explanation) {
        List<Choice> choices = new ArrayList<>();
        for (Assumption assumption : ALL) {
            Outcome other = outcome(explanation.statements(), assumption.turns());
            if (other != explanation.decision().outcome()) {
                choices.add(new Choice(null, null, null, other.text(), assumption.sentence()));
            }
        }
        return choices;
    }

    private static Outcome outcome(List<StatementFinding> statements, BiPredicate<Statement, ElementFinding> turns) {
        boolean allowed = false;
        for (StatementFinding statement : statements) {
            if (matches(statement, turns)) {
                if (statement.statement().effect() == Effect.DENY) {
                    return Outcome.EXPLICIT_DENY;
                }
                allowed = true;
            }
        }
        return allowed ? Outcome.ALLOWED : Outcome.IMPLICIT_DENY;
    }

    private static boolean matches(StatementFinding statement, BiPredicate<Statement, ElementFinding> turns) {
        for (ElementFinding element : statement.elements()) {
            if (element.matches() == turns.test(statement.statement(), element)) {
                return false;
            }
        }
        return true;
    }

    /** Whether what leaves the caller out is its account, by id or root ARN, or everyone. */
    private static boolean namesAccount(Statement statement, ElementFinding finding) {
        PrincipalElement principal = statement.principal();
        String text = principal == null
                ? ""
                : principal.entries().get(finding.value()).value().text();
        return !text.startsWith("arn:") || text.endsWith(":root");
    }
}
