package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** The unsigned discovery action, allowed to IAM principals. */
final class MetadataNeedsEveryone extends LintRule {
    static final String METADATA = "GetRuntimeProtectedResourceMetadata";

    MetadataNeedsEveryone() {
        super(
                "METADATA_NEEDS_EVERYONE",
                Severity.WARNING,
                "GetRuntimeProtectedResourceMetadata is called without credentials, so only Principal \"*\" admits it.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!statement.allows() || !statement.namesPrincipals()) {
            return;
        }
        for (LintedAction action : statement.actions()) {
            if (action.known().size() == 1 && action.known().get(0).name().equals(METADATA)) {
                advice.at(
                        action.value().place(),
                        METADATA + " is called before a client has any credentials; only a statement whose Principal is"
                                + " \"*\" admits it, else the answer is 403.");
            }
        }
    }
}
