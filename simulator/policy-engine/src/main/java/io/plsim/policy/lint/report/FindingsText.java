package io.plsim.policy.lint.report;

import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.Severity;
import java.util.ArrayList;
import java.util.List;

/** Findings as lines that terminals and editors jump to: {@code file:line:column: severity CODE at place: message}. */
public final class FindingsText {
    private FindingsText() {}

    public static String write(LintedFile file) {
        StringBuilder text = new StringBuilder();
        for (PolicyFinding finding : file.findings()) {
            text.append(printable(line(file.name(), finding))).append('\n');
            if (finding.fix() != null) {
                text.append("    fix: ").append(printable(finding.fix())).append('\n');
            }
        }
        return text.append(printable(file.name()))
                .append(": ")
                .append(counts(file.findings()))
                .append('\n')
                .toString();
    }

    /** One finding on one line. */
    public static String line(String name, PolicyFinding finding) {
        return "%s:%d:%d: %s %s at %s: %s"
                .formatted(
                        name,
                        finding.line(),
                        finding.column(),
                        finding.severity().text(),
                        finding.code(),
                        finding.location().isEmpty() ? "the document" : finding.location(),
                        finding.message());
    }

    private static String counts(List<PolicyFinding> findings) {
        if (findings.isEmpty()) {
            return "no findings";
        }
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            counts.add(count + " " + severity.text() + (count == 1 ? "" : "s"));
        }
        return String.join(", ", counts);
    }

    /** A policy's text cannot begin a line of its own or paint the terminal. */
    private static String printable(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return plain.toString();
    }
}
