package io.plsim.policy.lint.subject;

import io.plsim.policy.document.ConditionClause;
import io.plsim.policy.document.Effect;
import io.plsim.policy.document.OperatorName;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.document.Statement;
import io.plsim.policy.reference.KnownAction;
import io.plsim.policy.reference.KnownConditionKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement held against the reference.
 *
 * @param covered the AgentCore actions that Action covers or NotAction leaves
 */
public record LintedStatement(
        Statement statement,
        List<LintedAction> actions,
        List<LintedResource> resources,
        List<KnownAction> covered,
        List<Clause> clauses) {
    public LintedStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        covered = List.copyOf(covered);
        clauses = List.copyOf(clauses);
    }

    /** A condition clause with its operator taken apart and its key looked up. */
    public record Clause(ConditionClause clause, OperatorName operator, Optional<KnownConditionKey> key) {
        /** Whether it is satisfied by a request that does not carry the key. */
        public boolean trueWhenAbsent() {
            if (operator.prefix() == OperatorName.SetPrefix.FOR_ALL_VALUES) {
                return true;
            }
            return operator.prefix() == OperatorName.SetPrefix.NONE
                    && (operator.ifExists() || operator.base().contains("Not"));
        }

        public boolean asksPresence() {
            return operator.base().equals("Null");
        }

        public String name() {
            return clause.key().text();
        }
    }

    public boolean allows() {
        return statement.effect() == Effect.ALLOW;
    }

    /** Whether its principal is the string {@code "*"}. */
    public boolean everyone() {
        PrincipalElement principal = statement.principal();
        return principal != null
                && !principal.inverted()
                && principal.entries().stream().anyMatch(entry -> entry.kind() == PrincipalElement.Kind.EVERYONE);
    }

    /** Whether it names IAM principals, so that no bearer or unsigned caller is among them. */
    public boolean namesPrincipals() {
        PrincipalElement principal = statement.principal();
        return principal != null && !principal.inverted() && !everyone();
    }

    /** The resource types of which its Resource covers some; none when it is NotResource. */
    public Set<String> types() {
        Set<String> types = new HashSet<>();
        resources.forEach(resource -> types.addAll(resource.types()));
        return types;
    }

    public boolean namesResources() {
        return !statement.resource().inverted() && resources.stream().noneMatch(LintedResource::everything);
    }

    /** Whether another clause demands that the key is there. */
    public boolean demands(String key) {
        return clauses.stream()
                .anyMatch(other -> other.asksPresence()
                        && other.name().equalsIgnoreCase(key)
                        && other.clause().values().size() == 1
                        && other.clause().values().get(0).text().equalsIgnoreCase("false"));
    }
}
