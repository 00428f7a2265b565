package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The usual mistakes, recognised in the statements that matter: the deciding ones, or the nearest. One sentence each. */
final class Hints {
    private static final List<Hint> ALL = List.of(
            CallerHints::oauthCaller,
            CallerHints::awsStar,
            CallerHints::unsignedCaller,
            CallerHints::sessionOfThePrincipalArn,
            ActionHints::servicePrefix,
            ActionHints::forUser,
            ReferenceHints::actionThatDoesNotExist,
            ResourceHints::variableWithoutVersion,
            ResourceHints::otherSpelling,
            ResourceHints::runtimeEndpoint,
            ResourceHints::systemTool,
            ConditionHints::sourceIp,
            ConditionHints::claimKeys,
            ConditionHints::principalKeysOfOAuthCallers,
            ConditionHints::organization,
            ConditionHints::denyWithoutKey,
            ConditionHints::allowWithoutKey,
            ConditionHints::severalValues,
            ConditionHints::caseOfValue,
            ConditionHints::wildcardIsText,
            ConditionHints::variableWithoutValue,
            ReferenceHints::keyThatNeverComes);

    private Hints() {}

    /** A mistake that can be seen in one element of a statement. */
    @FunctionalInterface
    interface Hint {
        Optional<String> of(ElementDetail element, StatementDetail statement, Explanation explanation);
    }

    static List<String> of(Explanation explanation) {
        Set<String> hints = new LinkedHashSet<>();
        for (StatementDetail statement : telling(explanation)) {
            for (ElementDetail element : statement.elements()) {
                for (Hint hint : ALL) {
                    hint.of(element, statement, explanation).ifPresent(hints::add);
                }
            }
        }
        hints.addAll(SparedByDeny.of(explanation));
        return List.copyOf(hints);
    }

    private static List<StatementDetail> telling(Explanation explanation) {
        List<StatementDetail> telling = new ArrayList<>();
        explanation
                .decision()
                .decidedBy()
                .forEach(index -> telling.add(
                        StatementDetail.of(explanation, explanation.statements().get(index))));
        explanation.nearest().ifPresent(nearest -> telling.add(StatementDetail.of(explanation, nearest)));
        return telling;
    }
}
