package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.document.Effect;
import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.Reason;
import java.util.List;
import java.util.Set;

/** Says in one or two plain sentences why a decision came out as it did. */
public final class Summary {
    private static final int NAMED = 2;
    /** Why a Deny applies although nobody wrote down the value it applies to. */
    private static final Set<Reason> SURPRISING = Set.of(
            Reason.PRINCIPAL_HAS_BOUNDARY,
            Reason.CONDITION_TRUE_BECAUSE_KEY_ABSENT,
            Reason.CONDITION_TRUE_BECAUSE_IF_EXISTS,
            Reason.CONDITION_TRUE_BECAUSE_NO_VALUES,
            Reason.CONDITION_TRUE_BECAUSE_VARIABLE_WITHOUT_VALUE,
            Reason.CONDITION_TRUE_BECAUSE_SEVERAL_VALUES);

    private Summary() {}

    public static String of(Explanation explanation) {
        return switch (explanation.decision().outcome()) {
            case ALLOWED -> "Allowed by " + labels(explanation) + "." + surprise(explanation);
            case EXPLICIT_DENY ->
                "Denied by " + labels(explanation) + ": " + beaten(explanation) + surprise(explanation);
            case IMPLICIT_DENY ->
                "No statement allows " + explanation.request().action() + " for "
                        + CallerName.of(explanation.request().principal()) + nearest(explanation);
        };
    }

    private static String nearest(Explanation explanation) {
        if (explanation.nearest().isEmpty()) {
            return ": the policy has no Allow statement.";
        }
        StatementDetail nearest =
                StatementDetail.of(explanation, explanation.nearest().get());
        List<ElementDetail> misses = nearest.misses();
        StringBuilder why = new StringBuilder(". The nearest is ")
                .append(nearest.statement().label())
                .append(", which does not match on ");
        for (int i = 0; i < Math.min(NAMED, misses.size()); i++) {
            why.append(i == 0 ? "" : ", nor on ")
                    .append(misses.get(i).element())
                    .append(": ")
                    .append(misses.get(i).detail());
        }
        int more = misses.size() - NAMED;
        return why.append(more > 0 ? "; and on " + more + " more." : ".").toString();
    }

    /** What would have allowed the request but for the Deny. */
    private static String beaten(Explanation explanation) {
        List<Statement> allows = explanation.statements().stream()
                .filter(finding -> finding.statement().effect() == Effect.ALLOW && finding.matches())
                .map(StatementFinding::statement)
                .toList();
        return allows.isEmpty()
                ? "it is a Deny that matches, and no Allow matches either."
                : "a Deny that matches beats every Allow, here " + labels(allows) + ".";
    }

    /** The second sentence where a deciding statement applies because something is absent. */
    private static String surprise(Explanation explanation) {
        for (int index : explanation.decision().decidedBy()) {
            for (ElementDetail element : StatementDetail.of(
                            explanation, explanation.statements().get(index))
                    .elements()) {
                if (SURPRISING.contains(element.reason())) {
                    return " It applies because " + element.sentence() + ".";
                }
            }
        }
        return "";
    }

    private static String labels(Explanation explanation) {
        return labels(explanation.decision().decidedBy().stream()
                .map(index -> explanation.statements().get(index).statement())
                .toList());
    }

    private static String labels(List<Statement> statements) {
        List<String> labels = statements.stream().map(Statement::label).toList();
        int last = labels.size() - 1;
        return last == 0 ? labels.get(0) : String.join(", ", labels.subList(0, last)) + " and " + labels.get(last);
    }
}
