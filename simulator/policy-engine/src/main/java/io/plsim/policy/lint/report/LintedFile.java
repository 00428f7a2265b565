package io.plsim.policy.lint.report;

import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.Severity;
import java.util.List;

/** A policy file and what there is to say about it. */
public record LintedFile(String name, String source, List<PolicyFinding> findings) {
    public LintedFile {
        findings = List.copyOf(findings);
    }

    /** Whether there is a finding of that severity or a worse one. */
    public boolean reaches(Severity level) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(level) <= 0);
    }
}
