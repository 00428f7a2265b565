package io.plsim.server.authentication.bearer;

/** A token that is not taken, and what its developer needs to know; never a part of the token. */
final class TokenRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final TokenRefusal refusal;

    TokenRefusedException(TokenRefusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    TokenRefusal refusal() {
        return refusal;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
