package io.plsim.testkit.junit;

import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.Severity;
import java.util.List;

/** A policy's errors as lines that name file, place and fix, in the form that editors turn into links. */
final class FindingLines {
    private FindingLines() {}

    static List<String> of(String file, InvalidPolicyException invalid) {
        return invalid.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> line(file, finding))
                .toList();
    }

    private static String line(String file, PolicyFinding finding) {
        return "%s:%d:%d: %s at %s: %s%s"
                .formatted(
                        file,
                        finding.line(),
                        finding.column(),
                        finding.code(),
                        finding.location(),
                        finding.message(),
                        finding.fix() == null ? "" : " Fix: " + finding.fix());
    }
}
