package io.plsim.policy.decision;

import io.plsim.policy.condition.ConditionMatcher;
import io.plsim.policy.document.Effect;
import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.Readings;
import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ActionMatcher;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.PrincipalMatcher;
import io.plsim.policy.matching.ResourceMatcher;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement, compiled: is it satisfied by a request? A statement with an empty list is satisfied by none. */
final class StatementEvaluator {
    private final Statement statement;
    private final ActionMatcher action;
    private final ResourceMatcher resource;
    private final @Nullable PrincipalMatcher principal;
    private final ConditionMatcher[] conditions;
    private final List<Integer> alone;

    StatementEvaluator(Statement statement, PolicyDocument document, Readings readings) {
        this.statement = statement;
        this.action = new ActionMatcher(statement.action());
        this.resource = new ResourceMatcher(statement.resource(), document.hasVariables(), readings.toolSpellings());
        this.principal = statement.principal() == null
                ? null
                : new PrincipalMatcher(statement.principal(), statement.effect(), document.type(), readings.awsStar());
        this.conditions = new ConditionMatcher[statement.conditions().size()];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = new ConditionMatcher(statement.conditions().get(i), i, document.hasVariables());
        }
        this.alone = List.of(statement.index());
    }

    Statement statement() {
        return statement;
    }

    boolean denies() {
        return statement.effect() == Effect.DENY;
    }

    boolean satisfiedBy(AuthorizationRequest request) {
        if (!action.matches(request)
                || principal != null && !principal.matches(request)
                || !resource.matches(request)) {
            return false;
        }
        for (ConditionMatcher condition : conditions) {
            if (!condition.matches(request)) {
                return false;
            }
        }
        return true;
    }

    List<ElementFinding> findings(AuthorizationRequest request) {
        List<ElementFinding> findings = new ArrayList<>(3 + conditions.length);
        findings.add(action.finding(request));
        findings.add(resource.finding(request));
        if (principal != null) {
            findings.add(principal.finding(request));
        }
        for (ConditionMatcher condition : conditions) {
            findings.add(condition.finding(request));
        }
        return findings;
    }

    ActionMatcher action() {
        return action;
    }

    ResourceMatcher resource() {
        return resource;
    }

    /** The names of the callers it is about; empty when it may be about any. */
    List<String> callerNames() {
        return principal == null ? List.of() : List.copyOf(principal.names());
    }

    /** The indices that decided so far, with this one after them. */
    List<Integer> after(List<Integer> others) {
        if (others.isEmpty()) {
            return alone;
        }
        List<Integer> all = new ArrayList<>(others);
        all.add(statement.index());
        return all;
    }
}
