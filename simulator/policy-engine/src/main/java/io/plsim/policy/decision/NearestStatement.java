package io.plsim.policy.decision;

import io.plsim.policy.document.Effect;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Finds the Allow that was probably meant for a request that nothing allows: the one with the fewest elements in its way.
 * Among equals the one whose obstacles are lighter: a statement about this very action and resource is nearer than one
 * about another action, whoever may use it; and an element that was nearly right (case, account, prefix) is lighter than
 * one that is plainly different. What is still equal is decided by the order in the policy.
 */
final class NearestStatement {
    private static final int OBSTACLE = 100;

    private NearestStatement() {}

    static Optional<StatementFinding> among(List<StatementFinding> statements) {
        StatementFinding nearest = null;
        int least = Integer.MAX_VALUE;
        for (StatementFinding statement : statements) {
            if (statement.statement().effect() == Effect.ALLOW) {
                int distance = distance(statement);
                if (distance < least) {
                    least = distance;
                    nearest = statement;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    static int distance(StatementFinding statement) {
        int distance = 0;
        for (ElementFinding element : statement.elements()) {
            if (!element.matches()) {
                distance += OBSTACLE + weight(element);
            }
        }
        return distance;
    }

    /** How far an obstacle is from being none, within its rank: the rank counts double, a near miss takes one off. */
    private static int weight(ElementFinding element) {
        int rank = switch (element.element()) {
            case "Condition" -> 1;
            case "Principal", "NotPrincipal" -> 2;
            case "Resource", "NotResource" -> 3;
            default -> 4;
        };
        return 2 * rank - (plainlyDifferent(element.reason()) ? 0 : 1);
    }

    private static boolean plainlyDifferent(Reason reason) {
        return switch (reason) {
            case PRINCIPAL_OF_ANOTHER_ACCOUNT,
                    NO_IAM_PRINCIPAL_LISTED,
                    SERVICE_NOT_LISTED,
                    PRINCIPAL_LIST_EMPTY,
                    ACTION_NOT_LISTED,
                    ACTION_LIST_EMPTY,
                    RESOURCE_NOT_LISTED,
                    RESOURCE_LIST_EMPTY,
                    RESOURCE_OF_ANOTHER_SERVICE,
                    CONDITION_FALSE -> true;
            default -> false;
        };
    }
}
