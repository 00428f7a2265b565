package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.state.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expressions over the metadata of events and records, all of which must hold. */
record MetadataFilter(List<Expression> expressions) {
    static final MetadataFilter NONE = new MetadataFilter(List.of());

    /** One comparison of a metadata entry; {@code right} is the metadata value to compare with, an empty object if none. */
    private record Expression(String key, Operator operator, JsonNode right) {
        boolean holds(@Nullable JsonNode left) {
            if (left == null) {
                return operator == Operator.NOT_EXISTS;
            }
            return switch (operator) {
                case EXISTS -> true;
                case NOT_EXISTS -> false;
                case EQUALS_TO -> left.equals(right) || compared(left) == Comparison.EQUAL;
                case CONTAINS -> contains(left);
                case BEFORE, LESS_THAN -> compared(left) == Comparison.LESS;
                case AFTER, GREATER_THAN -> compared(left) == Comparison.GREATER;
                case LESS_THAN_OR_EQUALS -> compared(left) == Comparison.LESS || compared(left) == Comparison.EQUAL;
                case GREATER_THAN_OR_EQUALS ->
                    compared(left) == Comparison.GREATER || compared(left) == Comparison.EQUAL;
            };
        }

        private Comparison compared(JsonNode left) {
            if (left.has("numberValue") && right.has("numberValue")) {
                return Comparison.of(Double.compare(
                        left.get("numberValue").doubleValue(),
                        right.get("numberValue").doubleValue()));
            }
            Optional<Instant> leftTime = time(left);
            Optional<Instant> rightTime = time(right);
            return leftTime.isPresent() && rightTime.isPresent()
                    ? Comparison.of(leftTime.get().compareTo(rightTime.get()))
                    : Comparison.NONE;
        }

        private boolean contains(JsonNode left) {
            String wanted = right.path("stringValue").textValue();
            if (wanted == null) {
                return false;
            }
            for (JsonNode item : left.path("stringListValue")) {
                if (wanted.equals(item.textValue())) {
                    return true;
                }
            }
            String text = left.path("stringValue").textValue();
            return text != null && text.contains(wanted);
        }

        private static Optional<Instant> time(JsonNode value) {
            try {
                return value.has("dateTimeValue")
                        ? Optional.of(Timestamps.read("dateTimeValue", value.get("dateTimeValue")))
                        : Optional.empty();
            } catch (StubRefusal notATime) {
                return Optional.empty();
            }
        }
    }

    private enum Operator {
        EQUALS_TO,
        EXISTS,
        NOT_EXISTS,
        BEFORE,
        AFTER,
        CONTAINS,
        GREATER_THAN,
        GREATER_THAN_OR_EQUALS,
        LESS_THAN,
        LESS_THAN_OR_EQUALS
    }

    private enum Comparison {
        LESS,
        EQUAL,
        GREATER,
        NONE;

        static Comparison of(int sign) {
            return sign < 0 ? LESS : sign == 0 ? EQUAL : GREATER;
        }
    }

    static MetadataFilter of(JsonInput filter, String member) throws StubRefusal {
        Optional<ArrayNode> wanted = filter.array(member);
        if (wanted.isEmpty()) {
            return NONE;
        }
        List<Expression> expressions = new ArrayList<>();
        for (JsonNode expression : wanted.get()) {
            if (!expression.isObject()) {
                throw StubRefusal.constraint(member, "be a list of structures");
            }
            expressions.add(expression(new JsonInput((ObjectNode) expression)));
        }
        return new MetadataFilter(expressions);
    }

    List<ObjectNode> apply(List<ObjectNode> items) {
        if (expressions.isEmpty()) {
            return items;
        }
        return items.stream().filter(this::matches).toList();
    }

    private boolean matches(ObjectNode item) {
        for (Expression expression : expressions) {
            if (!expression.holds(item.path("metadata").get(expression.key()))) {
                return false;
            }
        }
        return true;
    }

    private static Expression expression(JsonInput input) throws StubRefusal {
        String key = new JsonInput(input.requiredObject("left")).requiredText("metadataKey");
        Operator operator = operator(input.requiredText("operator"));
        JsonNode right = input.node().at("/right/metadataValue");
        if (right.isMissingNode() && operator != Operator.EXISTS && operator != Operator.NOT_EXISTS) {
            throw StubRefusal.constraint("right", "not be null");
        }
        return new Expression(key, operator, right);
    }

    private static Operator operator(String name) throws StubRefusal {
        try {
            return Operator.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw StubRefusal.constraint("operator", "satisfy enum value set");
        }
    }
}
