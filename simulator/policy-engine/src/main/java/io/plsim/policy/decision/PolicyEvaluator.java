package io.plsim.policy.decision;

import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.explanation.Explanation;
import io.plsim.policy.request.AuthorizationRequest;

/** A policy compiled once, ready to answer questions; immutable and safe to share between threads. */
public final class PolicyEvaluator {
    private final PolicyDocument document;

    private PolicyEvaluator(PolicyDocument document) {
        this.document = document;
    }

    /** Compiles a document that was read without errors. */
    public static PolicyEvaluator compile(PolicyDocument document, Readings readings) {
        return new PolicyEvaluator(document);
    }

    /** The document this evaluator was compiled from. */
    public PolicyDocument document() {
        return document;
    }

    /** Answers one question; the hot path. */
    public Decision decide(AuthorizationRequest request) {
        throw new UnsupportedOperationException("engine");
    }

    /** Answers the same question with everything that matched and everything that did not. */
    public Explanation explain(AuthorizationRequest request) {
        throw new UnsupportedOperationException("engine");
    }
}
