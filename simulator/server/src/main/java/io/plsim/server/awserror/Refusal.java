package io.plsim.server.awserror;

import io.plsim.server.inbound.Headers;

/**
 * A request that is not forwarded, and how the client hears of it.
 *
 * @param error the AWS error
 * @param status the HTTP status, usually the error's own
 * @param message the text for the client; never a secret, a token or a signature
 * @param dialect the shape of the body
 * @param headers headers beyond the usual ones, such as {@code WWW-Authenticate}
 */
public record Refusal(AwsError error, int status, String message, ErrorDialect dialect, Headers headers) {

    public static Refusal of(AwsError error, String message) {
        return new Refusal(error, error.status(), message, ErrorDialect.REST_JSON, Headers.NONE);
    }

    public Refusal withStatus(int other) {
        return new Refusal(error, other, message, dialect, headers);
    }

    public Refusal withHeader(String name, String value) {
        return new Refusal(error, status, message, dialect, headers.with(name, value));
    }

    public Refusal in(ErrorDialect other) {
        return new Refusal(error, status, message, other, headers);
    }
}
