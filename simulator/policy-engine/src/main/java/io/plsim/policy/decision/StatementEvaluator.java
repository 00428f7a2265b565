package io.plsim.policy.decision;

import io.plsim.policy.condition.ConditionMatcher;
import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.document.Effect;
import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ActionMatcher;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.ElementMatcher;
import io.plsim.policy.matching.PrincipalMatcher;
import io.plsim.policy.matching.ResourceMatcher;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.List;

/** One statement, compiled: is it satisfied by a request? A statement with an empty list is satisfied by none. */
final class StatementEvaluator {
    private final Statement statement;
    private final List<ElementMatcher> elements = new ArrayList<>();

    StatementEvaluator(Statement statement, PolicyDocument document, Readings readings) {
        this.statement = statement;
        PolicyType type = document.type();
        elements.add(new ActionMatcher(statement.action()));
        elements.add(new ResourceMatcher(statement.resource(), document.hasVariables(), readings.toolSpellings()));
        if (statement.principal() != null) {
            elements.add(new PrincipalMatcher(statement.principal(), type, readings.awsStar()));
        }
        for (ConditionClause clause : statement.conditions()) {
            elements.add(new ConditionMatcher(clause, document.hasVariables()));
        }
    }

    Statement statement() {
        return statement;
    }

    boolean denies() {
        return statement.effect() == Effect.DENY;
    }

    boolean satisfiedBy(AuthorizationRequest request) {
        for (ElementMatcher element : elements) {
            if (!element.matches(request)) {
                return false;
            }
        }
        return true;
    }

    List<ElementFinding> findings(AuthorizationRequest request) {
        return elements.stream().map(element -> element.finding(request)).toList();
    }
}
