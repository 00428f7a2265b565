package io.plsim.policy.decision;

import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.List;

/** A policy compiled once, ready to answer questions; immutable and safe to share between threads. */
public final class PolicyEvaluator {
    private final PolicyDocument document;
    private final List<StatementEvaluator> statements;

    private PolicyEvaluator(PolicyDocument document, List<StatementEvaluator> statements) {
        this.document = document;
        this.statements = statements;
    }

    /** Compiles a document that was read without errors. */
    public static PolicyEvaluator compile(PolicyDocument document, Readings readings) {
        return new PolicyEvaluator(
                document,
                document.statements().stream()
                        .map(statement -> new StatementEvaluator(statement, document, readings))
                        .toList());
    }

    /** The document this evaluator was compiled from. */
    public PolicyDocument document() {
        return document;
    }

    /** Answers one question: any Deny that is satisfied, else any Allow that is, else nothing allows it. */
    public Decision decide(AuthorizationRequest request) {
        List<Integer> allows = new ArrayList<>(1);
        List<Integer> denies = new ArrayList<>(0);
        for (StatementEvaluator statement : statements) {
            if (statement.satisfiedBy(request)) {
                (statement.denies() ? denies : allows).add(statement.statement().index());
            }
        }
        if (!denies.isEmpty()) {
            return new Decision(Outcome.EXPLICIT_DENY, denies);
        }
        return allows.isEmpty()
                ? new Decision(Outcome.IMPLICIT_DENY, List.of())
                : new Decision(Outcome.ALLOWED, allows);
    }

    /** Answers the same question with everything that matched and everything that did not. */
    public Explanation explain(AuthorizationRequest request) {
        List<StatementFinding> findings = statements.stream()
                .map(statement -> new StatementFinding(statement.statement(), statement.findings(request)))
                .toList();
        return Explanation.of(decide(request), findings, request, document);
    }
}
