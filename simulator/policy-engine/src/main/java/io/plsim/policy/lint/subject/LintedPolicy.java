package io.plsim.policy.lint.subject;

import io.plsim.policy.document.ArnRepair;
import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.document.OperatorName;
import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.PolicyDocument;
import io.plsim.policy.document.Statement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import io.plsim.policy.matching.WildcardPattern;
import io.plsim.policy.reference.AgentCoreReference;
import io.plsim.policy.reference.KnownAction;
import io.plsim.policy.reference.KnownResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A policy as the rules see it.
 *
 * @param whole whether every statement could be made out
 * @param bearerOnly resources that take bearer tokens alone, as {@code runtime/ID} or {@code gateway/ID}
 */
public record LintedPolicy(
        PolicyDocument document,
        boolean whole,
        List<LintedStatement> statements,
        AgentCoreReference reference,
        Set<String> bearerOnly) {
    /** Longer resource parts are no ids; asking which types they cover is not worth the time. */
    private static final int LONGEST_RESOURCE = 2_048;

    /** A document with more characters cannot be attached; questions about pairs are left out there. */
    private static final int LARGEST_DOCUMENT = 20_480;

    public LintedPolicy {
        statements = List.copyOf(statements);
        bearerOnly = Set.copyOf(bearerOnly);
    }

    /** Holds a document against the reference. */
    public static LintedPolicy of(
            PolicyDocument document, boolean whole, AgentCoreReference reference, Set<String> bearerOnly) {
        List<LintedStatement> statements = document.statements().stream()
                .map(one -> statement(one, reference))
                .toList();
        return new LintedPolicy(document, whole, statements, reference, bearerOnly);
    }

    /** Whether the document is small enough to compare everything in it with everything else. */
    public boolean comparable() {
        return document.source().length() <= LARGEST_DOCUMENT;
    }

    private static LintedStatement statement(Statement statement, AgentCoreReference reference) {
        List<LintedAction> actions = statement.action().values().stream()
                .map(value -> action(value, reference))
                .toList();
        Set<KnownAction> listed = new HashSet<>();
        actions.forEach(action -> listed.addAll(action.known()));
        List<KnownAction> covered = reference.actions().stream()
                .filter(action -> listed.contains(action) != statement.action().inverted())
                .toList();
        List<LintedResource> resources = statement.resource().values().stream()
                .map(value -> resource(value, reference))
                .toList();
        List<Clause> clauses = new ArrayList<>();
        for (ConditionClause clause : statement.conditions()) {
            OperatorName.parseInAnyCase(clause.operator().text())
                    .ifPresent(operator -> clauses.add(new Clause(
                            clause,
                            operator,
                            reference.conditionKey(clause.key().text()))));
        }
        return new LintedStatement(statement, actions, resources, covered, clauses);
    }

    private static LintedAction action(PlacedText value, AgentCoreReference reference) {
        String text = value.text();
        if (text.equals("*")) {
            return new LintedAction(value, "", text, List.copyOf(reference.actions()));
        }
        int colon = text.indexOf(':');
        String prefix = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        String name = text.substring(colon + 1);
        if (!prefix.equals(AgentCoreReference.PREFIX)) {
            return new LintedAction(value, prefix, name, List.of());
        }
        if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
            return new LintedAction(
                    value, prefix, name, reference.action(name).stream().toList());
        }
        WildcardPattern pattern = WildcardPattern.of(name.toLowerCase(Locale.ROOT));
        List<KnownAction> known = reference.actions().stream()
                .filter(action -> pattern.matches(action.name().toLowerCase(Locale.ROOT)))
                .toList();
        return new LintedAction(value, prefix, name, known);
    }

    private static LintedResource resource(PlacedText value, AgentCoreReference reference) {
        String text = ArnRepair.of(value.text()).orElse(value.text());
        Optional<ArnText> arn = ArnText.of(text);
        Set<String> types = new HashSet<>();
        boolean covers = value.text().equals("*") || arn.isPresent() && mayBeAgentCore(arn.get());
        String resource = arn.map(ArnText::resource).orElse("*");
        boolean all = arn.isEmpty() || !arn.get().complete() || resource.length() > LONGEST_RESOURCE;
        String pattern = all ? "" : TypeOverlap.pattern(resource);
        for (KnownResourceType type : reference.resourceTypes()) {
            if (covers && (all || TypeOverlap.exists(pattern, TypeOverlap.template(type.resource())))) {
                types.add(type.name());
            }
        }
        return new LintedResource(value, arn, types);
    }

    private static boolean mayBeAgentCore(ArnText arn) {
        return arn.service().length() < 100
                && (arn.service().isEmpty() || WildcardPattern.of(arn.service()).matches(AgentCoreReference.PREFIX));
    }
}
