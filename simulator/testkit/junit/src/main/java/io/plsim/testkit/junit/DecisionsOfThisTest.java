package io.plsim.testkit.junit;

/** Carries a failed test's decisions into its report; not thrown by itself. */
final class DecisionsOfThisTest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DecisionsOfThisTest(String report) {
        super(System.lineSeparator() + report, null, false, false);
    }
}
