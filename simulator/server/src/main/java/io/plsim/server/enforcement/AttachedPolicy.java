package io.plsim.server.enforcement;

import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;

/**
 * A policy as it is attached to an endpoint: compiled once, one revision from start to end of a request.
 *
 * @param revision counts the policies of this endpoint from 1
 * @param source where it came from: a file, {@code api}, or {@code default (full access)}
 * @param json the document as it was written
 */
public record AttachedPolicy(long revision, String source, String json, PolicyEvaluator evaluator) {
    /** AWS's default endpoint policy: full access. */
    public static final String FULL_ACCESS = """
            {
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": "*",
                  "Action": "*",
                  "Resource": "*"
                }
              ]
            }
            """;

    public static final String DEFAULT_SOURCE = "default (full access)";

    static AttachedPolicy read(long revision, String source, String json, Readings readings)
            throws InvalidPolicyException {
        PolicyEvaluator evaluator = PolicyEvaluator.compile(PolicyReader.read(json, PolicyType.ENDPOINT), readings);
        return new AttachedPolicy(revision, source, json, evaluator);
    }

    public int statementCount() {
        return evaluator.document().statementCount();
    }
}
