package io.plsim.policy.lint.fix;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.PolicyLinter;
import io.plsim.policy.lint.subject.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the fixes that keep the intent: the text changes at their places and nowhere else. A fix of an error is applied,
 * since no request was ever judged by a document that cannot be attached. A fix of a warning is applied only in such a
 * document: elsewhere it would change decisions. Applying it twice is applying it once.
 */
public final class PolicyFixer {
    /** Fixes are tried one by one only in documents that could be attached for their size. */
    private static final int LARGEST_DOCUMENT = 20_480;

    private final PolicyType type;
    private final Set<String> bearerOnly;

    public PolicyFixer(PolicyType type, Set<String> bearerOnly) {
        this.type = type;
        this.bearerOnly = Set.copyOf(bearerOnly);
    }

    /**
     * What came out.
     *
     * @param text the repaired document
     * @param applied the findings whose fixes are in it
     * @param remaining what there is to say about it now
     */
    public record Fixed(String text, List<PolicyFinding> applied, List<PolicyFinding> remaining) {
        public Fixed {
            applied = List.copyOf(applied);
            remaining = List.copyOf(remaining);
        }
    }

    /** Repairs a document; the text comes back unchanged when there is nothing to repair. */
    public Fixed fix(String json) {
        List<PolicyFinding> findings = PolicyLinter.lint(json, type, bearerOnly);
        boolean attachable = errors(findings) == 0;
        Fixed fixed = new Fixed(json, List.of(), findings);
        for (Optional<Fixed> next = step(fixed, attachable); next.isPresent(); next = step(fixed, attachable)) {
            fixed = next.get();
        }
        return fixed;
    }

    /** The document with as many fixes as make it better; empty when none does. */
    private Optional<Fixed> step(Fixed before, boolean attachable) {
        List<PolicyFinding> fixes = before.remaining().stream()
                .filter(finding -> finding.sameIntent() && (finding.severity() == Severity.ERROR || !attachable))
                .toList();
        if (fixes.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fixed> all = better(before, fixes);
        if (all.isPresent() || fixes.size() == 1 || before.text().length() > LARGEST_DOCUMENT) {
            return all;
        }
        return fixes.stream()
                .map(fix -> better(before, List.of(fix)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Fixed> better(Fixed before, List<PolicyFinding> fixes) {
        String text = apply(before.text(), fixes);
        List<PolicyFinding> remaining = PolicyLinter.lint(text, type, bearerOnly);
        long fewerErrors = errors(before.remaining()) - errors(remaining);
        if (fewerErrors < 0
                || fewerErrors == 0 && remaining.size() >= before.remaining().size()) {
            return Optional.empty();
        }
        List<PolicyFinding> applied = new ArrayList<>(before.applied());
        applied.addAll(fixes);
        return Optional.of(new Fixed(text, applied, remaining));
    }

    /** Puts every fix in the place of its JSON string, from the end of the document to its beginning. */
    private static String apply(String json, List<PolicyFinding> fixes) {
        SourceText source = new SourceText(json);
        StringBuilder text = new StringBuilder(json);
        List<PolicyFinding> backwards = fixes.stream()
                .sorted(Comparator.comparingInt((PolicyFinding fix) -> source.offset(fix.line(), fix.column()))
                        .reversed())
                .toList();
        int last = json.length() + 1;
        for (PolicyFinding fix : backwards) {
            int start = source.offset(fix.line(), fix.column());
            int end = source.endOfString(start);
            if (fix.fix() != null && end > start && end <= last) {
                text.replace(start, end, json(fix.fix()));
                last = start;
            }
        }
        return text.toString();
    }

    private static String json(String fix) {
        return fix.startsWith("{")
                ? fix
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(fix)) + '"';
    }

    private static long errors(List<PolicyFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }
}
