package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Place;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;

/** No Version element. */
final class MissingVersion extends LintRule {
    MissingVersion() {
        super(
                "MISSING_VERSION",
                Severity.NOTE,
                "There is no Version, so the policy is read in the language of 2008, without variables.");
    }

    @Override
    public void check(LintedPolicy policy, Advice advice) {
        if (policy.document().version() == null) {
            advice.at(
                    new Place("", 1, 1),
                    "There is no Version, as in AWS's own examples; add \"Version\": \"2012-10-17\" to use policy"
                            + " variables.");
        }
    }
}
