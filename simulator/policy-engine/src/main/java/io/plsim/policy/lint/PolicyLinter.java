package io.plsim.policy.lint;

import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything there is to say about a policy: what AWS would not store, then advice. */
public final class PolicyLinter {
    private static final List<LintRule> RULES = List.of(new ForeignServicePrefix());

    private PolicyLinter() {}

    /** The findings in the order of the document; advice is given on whatever part could be read. */
    public static List<PolicyFinding> lint(String json, PolicyType type) {
        PolicyReader.Parsed parsed = PolicyReader.parse(json, type);
        List<PolicyFinding> findings = new ArrayList<>(parsed.findings());
        parsed.document().ifPresent(document -> RULES.forEach(rule -> findings.addAll(rule.check(document))));
        findings.sort(Comparator.comparingInt(PolicyFinding::line).thenComparingInt(PolicyFinding::column));
        return findings;
    }
}
