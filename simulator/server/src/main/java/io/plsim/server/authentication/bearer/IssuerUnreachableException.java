package io.plsim.server.authentication.bearer;

/** An issuer whose discovery document or key set cannot be had; the message says which, and why, for the record. */
final class IssuerUnreachableException extends Exception {
    private static final long serialVersionUID = 1L;

    IssuerUnreachableException(String message) {
        super(message);
    }
}
