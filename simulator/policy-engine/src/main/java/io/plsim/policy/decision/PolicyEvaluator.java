package io.plsim.policy.decision;

import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.List;

/** A policy compiled once, ready to answer questions; immutable and safe to share between threads. */
public final class PolicyEvaluator {
    private static final Decision NOTHING_ALLOWS = new Decision(Outcome.IMPLICIT_DENY, List.of());

    private final PolicyDocument document;
    private final Readings readings;
    private final StatementEvaluator[] statements;
    private final StatementIndex index;

    private PolicyEvaluator(PolicyDocument document, Readings readings, List<StatementEvaluator> statements) {
        this.document = document;
        this.readings = readings;
        this.statements = statements.toArray(StatementEvaluator[]::new);
        this.index = new StatementIndex(statements);
    }

    /** Compiles a document that was read without errors. */
    public static PolicyEvaluator compile(PolicyDocument document, Readings readings) {
        return new PolicyEvaluator(
                document,
                readings,
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
        List<Integer> allows = List.of();
        List<Integer> denies = List.of();
        for (int word = 0; word < index.words(); word++) {
            for (long left = index.candidates(word, request); left != 0; left &= left - 1) {
                StatementEvaluator statement = statements[word * 64 + Long.numberOfTrailingZeros(left)];
                if (statement.satisfiedBy(request)) {
                    if (statement.denies()) {
                        denies = statement.after(denies);
                    } else {
                        allows = statement.after(allows);
                    }
                }
            }
        }
        if (!denies.isEmpty()) {
            return new Decision(Outcome.EXPLICIT_DENY, denies);
        }
        return allows.isEmpty() ? NOTHING_ALLOWS : new Decision(Outcome.ALLOWED, allows);
    }

    /** Answers the same question with everything that matched and everything that did not. */
    public Explanation explain(AuthorizationRequest request) {
        List<StatementFinding> findings = new ArrayList<>(statements.length);
        for (StatementEvaluator statement : statements) {
            findings.add(new StatementFinding(statement.statement(), statement.findings(request)));
        }
        return Explanation.of(decide(request), findings, request, document, readings);
    }
}
