package io.plsim.policy.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy.
 *
 * @param index its position, from 0
 * @param principal null in identity policies
 */
public record Statement(
        int index,
        @Nullable PlacedText sid,
        Effect effect,
        @Nullable PrincipalElement principal,
        PatternElement action,
        PatternElement resource,
        List<ConditionClause> conditions,
        Place place) {
    public Statement {
        conditions = List.copyOf(conditions);
    }

    /** How people refer to it: its Sid, or its number from 1. */
    public String label() {
        return sid == null || sid.text().isEmpty() ? "statement " + (index + 1) : "statement \"" + sid.text() + "\"";
    }
}
