package io.plsim.server.authentication.bearer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code customClaims}: a claim and what it must be.
 *
 * @param name the claim
 * @param operator how it is compared; EQUALS needs a text, the others a list of texts
 * @param values what it is compared with: one value, or several for CONTAINS_ANY
 */
public record CustomClaimRule(String name, Operator operator, List<String> values) {
    /** AgentCore's {@code claimMatchOperator}. */
    public enum Operator {
        EQUALS,
        CONTAINS,
        CONTAINS_ANY
    }

    public CustomClaimRule {
        values = List.copyOf(values);
    }

    /** Whether the claim's value, null when it is missing, is as it must be. */
    boolean holds(@Nullable Object value) {
        return switch (operator) {
            case EQUALS -> ClaimRules.isOneOf(values, value);
            case CONTAINS, CONTAINS_ANY ->
                value instanceof List<?> list && list.stream().anyMatch(element -> ClaimRules.isOneOf(values, element));
        };
    }

    String expected() {
        return operator + " " + values;
    }
}
