package io.plsim.server.operation;

/** A request that names its operation but not, in a readable way, what the operation is about; it is refused with 400. */
final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The message goes to the client: it names the place and never repeats a value. */
    MalformedRequestException(String message) {
        super(message, null, false, false);
    }

    /** The message; never null here. */
    String text() {
        return String.valueOf(getMessage());
    }
}
