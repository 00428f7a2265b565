package io.plsim.policy.condition;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one list of condition operators (IAM User Guide, "IAM JSON policy elements: Condition operators"). */
public final class ConditionOperators {
    private static final ConditionOperator STRING_EQUALS =
            ConditionOperator.withVariables("StringEquals", StringTests::equal);
    private static final ConditionOperator STRING_EQUALS_IGNORE_CASE =
            ConditionOperator.withVariables("StringEqualsIgnoreCase", StringTests::equalIgnoringCase);
    private static final ConditionOperator STRING_LIKE =
            ConditionOperator.withVariables("StringLike", StringTests::like);
    private static final ConditionOperator ARN_LIKE = ConditionOperator.withVariables("ArnLike", ArnTests::like);
    private static final ConditionOperator ARN_EQUALS = ConditionOperator.withVariables("ArnEquals", ArnTests::like);
    private static final ConditionOperator NUMERIC_EQUALS =
            ConditionOperator.plain("NumericEquals", NumericTests.when(order -> order == 0));
    private static final ConditionOperator DATE_EQUALS =
            ConditionOperator.plain("DateEquals", DateTests.when(order -> order == 0));
    private static final ConditionOperator IP_ADDRESS = ConditionOperator.plain("IpAddress", IpTests::within);

    private static final List<ConditionOperator> ALL = List.of(
            STRING_EQUALS,
            STRING_EQUALS.negatedAs("StringNotEquals"),
            STRING_EQUALS_IGNORE_CASE,
            STRING_EQUALS_IGNORE_CASE.negatedAs("StringNotEqualsIgnoreCase"),
            STRING_LIKE,
            STRING_LIKE.negatedAs("StringNotLike"),
            ARN_EQUALS,
            ARN_EQUALS.negatedAs("ArnNotEquals"),
            ARN_LIKE,
            ARN_LIKE.negatedAs("ArnNotLike"),
            NUMERIC_EQUALS,
            NUMERIC_EQUALS.negatedAs("NumericNotEquals"),
            ConditionOperator.plain("NumericLessThan", NumericTests.when(order -> order < 0)),
            ConditionOperator.plain("NumericLessThanEquals", NumericTests.when(order -> order <= 0)),
            ConditionOperator.plain("NumericGreaterThan", NumericTests.when(order -> order > 0)),
            ConditionOperator.plain("NumericGreaterThanEquals", NumericTests.when(order -> order >= 0)),
            DATE_EQUALS,
            DATE_EQUALS.negatedAs("DateNotEquals"),
            ConditionOperator.plain("DateLessThan", DateTests.when(order -> order < 0)),
            ConditionOperator.plain("DateLessThanEquals", DateTests.when(order -> order <= 0)),
            ConditionOperator.plain("DateGreaterThan", DateTests.when(order -> order > 0)),
            ConditionOperator.plain("DateGreaterThanEquals", DateTests.when(order -> order >= 0)),
            ConditionOperator.plain("Bool", BoolTest::same),
            ConditionOperator.plain("BinaryEquals", BinaryTest::same),
            IP_ADDRESS,
            IP_ADDRESS.negatedAs("NotIpAddress"));

    private static final Map<String, ConditionOperator> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ConditionOperator::name, Function.identity()));

    private ConditionOperators() {}

    /** Whether an operator can read a policy value at all; one that it cannot read is satisfied by nothing. */
    public static boolean reads(String base, String value) {
        return base.equals("Null")
                ? value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
                : named(base).compile().apply(value, false) != ValueTest.NEVER;
    }

    /** The operator of that name; {@code Null} is none of these, it asks about presence and not about values. */
    static ConditionOperator named(String base) {
        ConditionOperator operator = BY_NAME.get(base);
        if (operator == null) {
            throw new IllegalArgumentException("the reader let an unknown operator pass: " + base);
        }
        return operator;
    }
}
