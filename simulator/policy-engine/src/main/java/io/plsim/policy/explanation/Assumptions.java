package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.document.Effect;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the readings without a switch an outcome hangs on, by combining once more with those elements turned round. */
final class Assumptions {
    private record Assumption(Set<Reason> reasons, String sentence) {}

    private static final List<Assumption> ALL = List.of(
            new Assumption(
                    Set.of(Reason.CONDITION_FALSE_BECAUSE_SEVERAL_VALUES, Reason.CONDITION_TRUE_BECAUSE_SEVERAL_VALUES),
                    "AWS does not say how an operator without ForAllValues or ForAnyValue compares a key that has several"
                            + " values; here it never finds them equal."),
            new Assumption(
                    Set.of(Reason.ACTION_PREFIX_HAS_WILDCARD),
                    "AWS does not say what a wildcard in the service prefix of an action covers; here it covers nothing."),
            new Assumption(
                    Set.of(Reason.RESOURCE_ARN_INCOMPLETE),
                    "AWS does not say what an ARN with missing fields covers in an endpoint policy; here it covers"
                            + " nothing."),
            new Assumption(
                    Set.of(Reason.PRINCIPAL_DIFFERS_IN_CASE),
                    "AWS's pages disagree on whether upper and lower case count in the name of a principal; here they"
                            + " do."));

    private Assumptions() {}

    static List<Choice> of(Explanation explanation) {
        List<Choice> choices = new ArrayList<>();
        for (Assumption assumption : ALL) {
            Outcome other = outcome(explanation.statements(), assumption.reasons());
            if (other != explanation.decision().outcome()) {
                choices.add(new Choice(null, null, null, other.text(), assumption.sentence()));
            }
        }
        return choices;
    }

    private static Outcome outcome(List<StatementFinding> statements, Set<Reason> turned) {
        boolean allowed = false;
        for (StatementFinding statement : statements) {
            if (matches(statement, turned)) {
                if (statement.statement().effect() == Effect.DENY) {
                    return Outcome.EXPLICIT_DENY;
                }
                allowed = true;
            }
        }
        return allowed ? Outcome.ALLOWED : Outcome.IMPLICIT_DENY;
    }

    private static boolean matches(StatementFinding statement, Set<Reason> turned) {
        for (ElementFinding element : statement.elements()) {
            if (element.matches() == turned.contains(element.reason())) {
                return false;
            }
        }
        return true;
    }
}
