package io.plsim.policy.document;

import io.plsim.policy.document.JsonValue.Items;
import io.plsim.policy.document.JsonValue.Kind;
import io.plsim.policy.document.JsonValue.Member;
import io.plsim.policy.document.JsonValue.Members;
import io.plsim.policy.document.JsonValue.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a Condition block: operator, key, values. */
final class ConditionReader {
    private final PolicyType type;
    private final Findings findings;

    ConditionReader(PolicyType type, Findings findings) {
        this.type = type;
        this.findings = findings;
    }

    List<ConditionClause> read(@Nullable Member condition) {
        List<ConditionClause> clauses = new ArrayList<>();
        if (condition == null) {
            return clauses;
        }
        if (!(condition.value() instanceof Members operators)) {
            findings.error(
                    DocumentError.WRONG_TYPE, condition.value().place(), "Condition is an object of operators.", null);
            return clauses;
        }
        Set<String> present = operators.members().stream().map(Member::name).collect(Collectors.toSet());
        for (Member operator : operators.members()) {
            PlacedText name = new PlacedText(operator.name(), operator.place());
            Optional<OperatorName> known = OperatorName.parse(operator.name());
            if (known.isEmpty()) {
                known = respelled(operator, present);
            }
            if (operator.value() instanceof Members keys) {
                known.ifPresent(parts -> keys(name, parts, keys, clauses));
            } else {
                findings.error(
                        DocumentError.WRONG_TYPE,
                        operator.value().place(),
                        "An operator holds an object of context keys.",
                        null);
            }
        }
        return clauses;
    }

    /** Reports a name that is no operator; one that is wrong in case alone is read on as what it means. */
    private Optional<OperatorName> respelled(Member operator, Set<String> present) {
        Optional<String> exact = OperatorName.respelled(operator.name());
        boolean alone = exact.filter(present::add).isPresent();
        findings.misspelt(
                DocumentError.UNKNOWN_CONDITION_OPERATOR,
                operator.place(),
                "There is no condition operator \"" + operator.name() + "\"; names are spelled exactly.",
                alone ? exact.get() : null);
        return exact.flatMap(OperatorName::parse);
    }

    private void keys(PlacedText name, OperatorName operator, Members keys, List<ConditionClause> clauses) {
        Set<String> seen = new HashSet<>();
        for (Member key : keys.members()) {
            if (!seen.add(key.name().toLowerCase(Locale.ROOT))) {
                findings.error(
                        DocumentError.DUPLICATE_KEY,
                        key.place(),
                        "The context key \"" + key.name() + "\" appears twice (case does not matter); keep one.",
                        null);
            }
            ConditionClause clause =
                    new ConditionClause(name, new PlacedText(key.name(), key.place()), values(key.value()));
            clauses.add(clause);
            if (type == PolicyType.ENDPOINT) {
                EndpointWriteRules.check(operator, clause, findings);
            }
        }
    }

    private List<PlacedText> values(JsonValue value) {
        List<PlacedText> texts = new ArrayList<>();
        List<JsonValue> values = value instanceof Items items ? items.items() : List.of(value);
        for (JsonValue item : values) {
            if (item instanceof Scalar scalar && scalar.kind() != Kind.NULL) {
                texts.add(scalar.placed());
            } else {
                findings.error(
                        DocumentError.WRONG_TYPE,
                        item.place(),
                        "A condition value is a string, number or boolean, or a list of them.",
                        null);
            }
        }
        return texts;
    }
}
