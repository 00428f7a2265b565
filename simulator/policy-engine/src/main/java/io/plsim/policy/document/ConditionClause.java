package io.plsim.policy.document;

import java.util.List;

/**
 * One operator and key of a Condition block with its values; the clauses of a block are AND-ed.
 *
 * @param operator as written, with set prefix and {@code IfExists}
 */
public record ConditionClause(PlacedText operator, PlacedText key, List<PlacedText> values) {
    public ConditionClause {
        values = List.copyOf(values);
    }
}
