package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;

/** The language of 2008. */
final class OldVersion extends LintRule {
    OldVersion() {
        super("OLD_VERSION", Severity.NOTE, "Version is 2008-10-17, the old language without variables.");
    }

    @Override
    public void check(LintedPolicy policy, Advice advice) {
        PlacedText version = policy.document().version();
        if (version != null && version.text().equals("2008-10-17")) {
            advice.at(
                    version.place(),
                    "2008-10-17 is the old language: policy variables stay literal text.",
                    "2012-10-17");
        }
    }
}
