package io.plsim.policy.lint;

import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.PolicyFinding;
import java.util.List;

/** One piece of advice about documents that AWS would store. */
interface LintRule {
    List<PolicyFinding> check(PolicyDocument document);
}
