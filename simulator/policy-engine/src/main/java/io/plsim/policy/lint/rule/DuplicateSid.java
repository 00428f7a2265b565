package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.HashSet;
import java.util.Set;

/** Two statements of one Sid. */
final class DuplicateSid extends LintRule {
    DuplicateSid() {
        super("DUPLICATE_SID", Severity.WARNING, "Two statements have the same Sid.");
    }

    @Override
    public void check(LintedPolicy policy, Advice advice) {
        Set<String> seen = new HashSet<>();
        for (LintedStatement statement : policy.statements()) {
            PlacedText sid = statement.statement().sid();
            if (sid != null && !sid.text().isEmpty() && !seen.add(sid.text())) {
                advice.at(sid.place(), "Another statement has the Sid " + Advice.quoted(sid.text()) + " already.");
            }
        }
    }
}
