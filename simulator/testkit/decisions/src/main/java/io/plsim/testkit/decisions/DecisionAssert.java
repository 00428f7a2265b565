package io.plsim.testkit.decisions;

import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** Assertions that narrow decisions down step by step; a step that leaves none fails and explains those before it. */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, List<RecordedDecision>> {
    private final Decisions decisions;
    private final String wanted;

    DecisionAssert(Decisions decisions, List<RecordedDecision> found, String wanted) {
        super(found, DecisionAssert.class);
        this.decisions = decisions;
        this.wanted = wanted;
    }

    /** Denied in this way. */
    public DecisionAssert by(DenialKind kind) {
        return narrowed(" by " + kind.text(), decision -> kind.text().equals(decision.outcome()));
    }

    /** Decided by the statement with this Sid ({@code statement 2} where it has none). */
    public DecisionAssert byStatement(String sid) {
        return narrowed(
                " by statement " + sid,
                decision -> decisions.explain(decision).decidingStatements().contains(sid));
    }

    /** The statement that came nearest to allowing it has this Sid ({@code statement 2} where it has none). */
    public DecisionAssert nearestStatement(String sid) {
        return narrowed(
                " with nearest statement " + sid,
                decision -> decisions.explain(decision).nearestStatements().contains(sid));
    }

    /** About this resource: its ARN or the end of it, such as {@code runtime/myAgent}. */
    public DecisionAssert on(String resource) {
        return narrowed(" on " + resource, decision -> decision.asksAbout(resource));
    }

    /** Asked for by the caller with this ARN. */
    public DecisionAssert forCaller(String arn) {
        return narrowed(" for " + arn, decision -> arn.equals(decision.callerArn()));
    }

    /** Asked for with a bearer token. */
    public DecisionAssert forOAuthCaller() {
        return narrowed(" for an OAuth caller", decision -> "oauth".equals(decision.callerKind()));
    }

    /** Asked for without credentials. */
    public DecisionAssert forAnonymousCaller() {
        return narrowed(" for an anonymous caller", decision -> "anonymous".equals(decision.callerKind()));
    }

    /** A context key had this value, among others or alone. */
    public DecisionAssert withContext(String key, String value) {
        return narrowed(
                " with " + key + " = " + value,
                decision -> decision.context().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().equalsIgnoreCase(key)
                                && entry.getValue().contains(value)));
    }

    /** Exactly so many decisions are left. */
    public DecisionAssert times(int count) {
        if (actual.size() != count) {
            throw failure(
                    "%nExpecting %s %s times but it was %s:%n%s",
                    wanted, count, actual.size(), decisions.report(actual));
        }
        return this;
    }

    private DecisionAssert narrowed(String step, Predicate<RecordedDecision> fits) {
        List<RecordedDecision> left = actual.stream().filter(fits).toList();
        if (left.isEmpty()) {
            throw failure("%nExpecting %s but found only:%n%s", wanted + step, decisions.report(actual));
        }
        return new DecisionAssert(decisions, left, wanted + step);
    }
}
