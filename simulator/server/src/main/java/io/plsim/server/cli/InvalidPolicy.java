package io.plsim.server.cli;

import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.lint.report.FindingsText;
import java.nio.file.Path;

/** A policy file that cannot be attached, in one sentence: the file, the first place, its fix, and how to see the rest. */
final class InvalidPolicy {
    private InvalidPolicy() {}

    static Main.CommandFailed in(Path file, InvalidPolicyException invalid) {
        PolicyFinding first = invalid.findings().get(0);
        int more = invalid.findings().size() - 1;
        boolean told = first.fix() == null || first.message().contains(first.fix());
        String sentence = FindingsText.line(file.toString(), first)
                + (told ? "" : " Write " + first.fix() + ".")
                + (more == 0 ? "" : " (" + more + " more: plsim lint " + file + ")");
        return new Main.CommandFailed(Main.INVALID, sentence);
    }
}
