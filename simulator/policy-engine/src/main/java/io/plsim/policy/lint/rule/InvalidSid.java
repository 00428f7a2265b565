package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.regex.Pattern;

/** A Sid with other characters than letters and digits. */
final class InvalidSid extends LintRule {
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z0-9]*+");

    InvalidSid() {
        super(
                "INVALID_SID",
                Severity.WARNING,
                "A Sid has other characters than letters and digits, which IAM does not accept.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        PlacedText sid = statement.statement().sid();
        if (sid != null && !LETTERS_AND_DIGITS.matcher(sid.text()).matches()) {
            advice.at(
                    sid.place(),
                    Advice.quoted(sid.text()) + " has other characters than A-Z, a-z and 0-9; IAM accepts no others in"
                            + " a Sid.");
        }
    }
}
