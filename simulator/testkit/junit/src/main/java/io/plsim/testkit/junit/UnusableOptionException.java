package io.plsim.testkit.junit;

/** An option that names nothing usable. The message says how to mend it; our own stack trace would not help. */
final class UnusableOptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableOptionException(String message) {
        super(message, null, false, false);
    }
}
