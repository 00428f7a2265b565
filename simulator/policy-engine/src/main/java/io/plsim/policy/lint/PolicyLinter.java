package io.plsim.policy.lint;

import io.plsim.policy.document.DocumentError;
import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.lint.rule.Advice;
import io.plsim.policy.lint.rule.LintRule;
import io.plsim.policy.lint.rule.Rules;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.reference.AgentCoreReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything there is to say about a policy: what AWS would not store, then advice. Never throws, whatever the text. */
public final class PolicyLinter {
    private static final AgentCoreReference REFERENCE = AgentCoreReference.load();

    /** Errors after which a statement, or what it says, may be missing from what was read. */
    private static final Set<String> LOSSES = Stream.of(
                    DocumentError.MISSING_ELEMENT,
                    DocumentError.ELEMENT_PAIR,
                    DocumentError.WRONG_TYPE,
                    DocumentError.INVALID_EFFECT,
                    DocumentError.UNSUPPORTED_PRINCIPAL,
                    DocumentError.DUPLICATE_KEY)
            .map(DocumentError::name)
            .collect(Collectors.toUnmodifiableSet());

    private PolicyLinter() {}

    /** The findings in the order of the document; advice is given on whatever part could be read. */
    public static List<PolicyFinding> lint(String json, PolicyType type) {
        return lint(json, type, Set.of());
    }

    /**
     * The findings of a policy in front of known resources.
     *
     * @param bearerOnly resources that take bearer tokens alone, as {@code runtime/ID} or {@code gateway/ID}
     */
    public static List<PolicyFinding> lint(String json, PolicyType type, Set<String> bearerOnly) {
        PolicyReader.Parsed parsed = PolicyReader.parse(json, type);
        List<PolicyFinding> findings = new ArrayList<>(parsed.findings());
        Optional<PolicyDocument> document = parsed.document();
        if (document.isPresent()) {
            boolean whole =
                    findings.stream().noneMatch(finding -> LOSSES.contains(finding.code()) && !finding.sameIntent());
            LintedPolicy policy = LintedPolicy.of(document.get(), whole, REFERENCE, bearerOnly);
            for (LintRule rule : Rules.ALL) {
                Advice advice = new Advice(rule);
                rule.check(policy, advice);
                findings.addAll(advice.findings());
            }
        }
        findings.sort(Comparator.comparingInt(PolicyFinding::line).thenComparingInt(PolicyFinding::column));
        return findings;
    }
}
