package io.plsim.policy.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Condition blocks (rules 56 to 74), one clause after the other. */
final class SlowConditions {
    private final boolean variables;
    private final Map<String, List<String>> context;

    /** Conditions of a policy that knows variables or not, against keys that are looked up without regard to case. */
    SlowConditions(boolean variables, Map<String, List<String>> context) {
        this.variables = variables;
        this.context = context;
    }

    boolean allTrue(JsonNode condition) {
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                if (!isTrue(operator.getKey(), key.getKey(), SlowTwin.texts(key.getValue()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isTrue(String operator, String key, List<String> wanted) {
        boolean forAll = operator.startsWith("ForAllValues:");
        boolean forAny = operator.startsWith("ForAnyValue:");
        String name = operator.substring(operator.indexOf(':') + 1);
        boolean ifExists = name.endsWith("IfExists");
        String base = ifExists ? name.substring(0, name.length() - "IfExists".length()) : name;
        List<String> asked = new ArrayList<>(context.getOrDefault(key, List.of()));
        boolean absent = asked.isEmpty();
        if (base.equals("Null")) {
            return forAll || !forAny && wanted.stream().anyMatch(value -> value.equalsIgnoreCase("" + absent));
        }
        if (wanted.isEmpty()) {
            return absent && !forAny && (forAll || ifExists);
        }
        boolean negated = base.contains("Not");
        String positive = base.equals("NotIpAddress") ? "IpAddress" : base.replace("Not", "");
        if (forAll) {
            return asked.stream().allMatch(value -> any(positive, value, wanted) != negated);
        }
        if (forAny) {
            return asked.stream().anyMatch(value -> any(positive, value, wanted) != negated);
        }
        if (absent) {
            return negated || ifExists;
        }
        boolean matches = asked.size() == 1 && any(positive, asked.get(0), wanted);
        return matches != negated;
    }

    private boolean any(String operator, String asked, List<String> wanted) {
        return wanted.stream().anyMatch(value -> compares(operator, asked, value));
    }

    private boolean compares(String operator, String asked, String wanted) {
        if (operator.startsWith("String") || operator.startsWith("Arn")) {
            Optional<SlowText> text =
                    variables ? SlowText.with(wanted, context) : Optional.of(SlowText.without(wanted));
            return text.isPresent() && compares(operator, asked, text.get());
        }
        if (operator.startsWith("Numeric")) {
            return ordered(operator, SlowValues.number(asked), SlowValues.number(wanted));
        }
        if (operator.startsWith("Date")) {
            return ordered(operator, SlowValues.date(asked), SlowValues.date(wanted));
        }
        return switch (operator) {
            case "Bool" -> wanted.matches("(?i)true|false") && wanted.equalsIgnoreCase(asked);
            case "BinaryEquals" -> SlowValues.sameBytes(asked, wanted);
            case "IpAddress" -> SlowValues.inRange(asked, wanted);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean compares(String operator, String asked, SlowText wanted) {
        return switch (operator) {
            case "StringEquals" -> asked.equals(wanted.plain());
            case "StringEqualsIgnoreCase" -> asked.equalsIgnoreCase(wanted.plain());
            case "StringLike" -> wanted.like(asked);
            case "ArnLike", "ArnEquals" -> wanted.likeArn(asked);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static <T extends Comparable<T>> boolean ordered(String operator, Optional<T> asked, Optional<T> wanted) {
        IntPredicate order = switch (operator.replaceFirst("Numeric|Date", "")) {
            case "Equals" -> sign -> sign == 0;
            case "LessThan" -> sign -> sign < 0;
            case "LessThanEquals" -> sign -> sign <= 0;
            case "GreaterThan" -> sign -> sign > 0;
            case "GreaterThanEquals" -> sign -> sign >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
        return asked.isPresent() && wanted.isPresent() && order.test(asked.get().compareTo(wanted.get()));
    }
}
