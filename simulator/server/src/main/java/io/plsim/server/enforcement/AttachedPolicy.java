package io.plsim.server.enforcement;

import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.decision.Readings;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;

/**
 * One revision of an endpoint's policy, compiled once; a request sees exactly one from start to end.
 *
 * @param revision rises by one with every change at its endpoint, beginning with 1
 */
public record AttachedPolicy(int revision, PolicySource source, PolicyEvaluator evaluator) {

    /** Validates and compiles; throws with every finding when AWS would not store the document. */
    static AttachedPolicy compile(int revision, PolicySource source, Readings readings) throws InvalidPolicyException {
        return new AttachedPolicy(
                revision,
                source,
                PolicyEvaluator.compile(PolicyReader.read(source.json(), PolicyType.ENDPOINT), readings));
    }

    public int statementCount() {
        return evaluator.document().statementCount();
    }
}
