package io.plsim.policy.request;

/** A question that cannot be asked; the message names the field and how to write it. */
public final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedRequestException(String message) {
        super(message);
    }
}
