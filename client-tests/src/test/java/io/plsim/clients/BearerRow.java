package io.plsim.clients;

/**
 * One case of the bearer table: a whole request, and what becomes of it.
 *
 * @param name begins with the row of the table, such as {@code J9}
 * @param request the bytes of the request
 * @param secret what must not occur in the record or the answer: the token
 * @param status 0 when the request must get past authentication
 * @param errorType of the header {@code x-amzn-ErrorType}
 * @param message as the body has it, in whichever dialect
 * @param reason of the decision record
 */
record BearerRow(
        String name, String request, String secret, int status, String errorType, String message, String reason) {
    static final String UNPARSABLE = "OAuth authorization failed: Failed to parse token";
    static final String INVALID = "OAuth authorization failed: Invalid token";

    BearerRow accepted() {
        return new BearerRow(name, request, secret, 0, "", "", "");
    }

    BearerRow malformed() {
        return refused(403, "AccessDeniedException", UNPARSABLE, "TOKEN_MALFORMED");
    }

    BearerRow invalid(String why) {
        return refused(401, "UnauthorizedException", INVALID, why);
    }

    BearerRow unauthorized(String text, String why) {
        return refused(401, "UnauthorizedException", text, why);
    }

    BearerRow refused(int code, String type, String text, String why) {
        return new BearerRow(name, request, secret, code, type, text, why);
    }

    boolean passes() {
        return status == 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
