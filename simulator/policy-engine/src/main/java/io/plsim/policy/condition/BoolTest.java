package io.plsim.policy.condition;

/** Truth comparison: true and false without regard to case; any other text satisfies nothing. */
final class BoolTest {
    private BoolTest() {}

    static ValueTest same(String value, boolean variables) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            return ValueTest.NEVER;
        }
        return (requestValue, context) -> requestValue.equalsIgnoreCase(value);
    }
}
