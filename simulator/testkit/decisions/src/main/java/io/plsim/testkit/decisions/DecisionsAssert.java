package io.plsim.testkit.decisions;

import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** Assertions on all decisions of a simulator; what fails prints them with their explanations. */
public final class DecisionsAssert extends AbstractAssert<DecisionsAssert, Decisions> {
    DecisionsAssert(Decisions decisions) {
        super(decisions, DecisionsAssert.class);
    }

    /** At least one request for this operation (or action) was denied by the policy; the rest narrows it down. */
    public DecisionAssert denied(String operationOrAction) {
        return some(
                "a denial of " + operationOrAction,
                decision -> decision.isDenied() && decision.concerns(operationOrAction));
    }

    /** At least one request for this operation (or action) was allowed by the policy; the rest narrows it down. */
    public DecisionAssert allowed(String operationOrAction) {
        return some(
                operationOrAction + " to be allowed",
                decision -> decision.isAllowed() && decision.concerns(operationOrAction));
    }

    /** At least one request was refused before the policy was asked, with this AWS error. */
    public DecisionAssert refused(String errorType) {
        return some(
                "a request refused with " + errorType,
                decision -> decision.isRefused() && errorType.equals(decision.errorType()));
    }

    /** The policy denied nothing. */
    public DecisionsAssert hasNoDenials() {
        List<RecordedDecision> denials = actual.denials();
        if (!denials.isEmpty()) {
            denials.forEach(actual::expect);
            throw failure(
                    "%nExpecting no denials but there %s:%n%s",
                    denials.size() == 1 ? "is one" : "are " + denials.size(), actual.report(denials));
        }
        return this;
    }

    /** This many requests reached the endpoints. */
    public DecisionsAssert hasSize(int requests) {
        List<RecordedDecision> all = actual.all();
        if (all.size() != requests) {
            throw failure("%nExpecting %s decisions but there are %s:%n%s", requests, all.size(), actual.report(all));
        }
        return this;
    }

    /** No request reached the endpoints. */
    public DecisionsAssert isEmpty() {
        return hasSize(0);
    }

    private DecisionAssert some(String wanted, Predicate<RecordedDecision> fits) {
        isNotNull();
        List<RecordedDecision> all = actual.all();
        List<RecordedDecision> found = all.stream().filter(fits).toList();
        if (found.isEmpty()) {
            throw failure("%nExpecting %s but the decisions are:%n%s", wanted, actual.report(all));
        }
        found.stream().filter(RecordedDecision::isDenied).forEach(actual::expect);
        return new DecisionAssert(actual, found, wanted);
    }
}
