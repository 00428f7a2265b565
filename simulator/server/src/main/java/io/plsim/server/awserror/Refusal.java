package io.plsim.server.awserror;

import io.plsim.server.inbound.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not forwarded, and how the client hears of it.
 *
 * @param error the AWS error
 * @param status the HTTP status, usually the error's own
 * @param message the text for the client; never a secret, a token or a signature
 * @param dialect the shape of the body
 * @param headers headers beyond the usual ones, such as {@code WWW-Authenticate}
 * @param reason a stable name for the decision record, finer than the error; null where the error says everything
 */
public record Refusal(
        AwsError error,
        int status,
        String message,
        ErrorDialect dialect,
        Headers headers,
        @Nullable String reason) {

    public static Refusal of(AwsError error, String message) {
        return new Refusal(error, error.status(), message, ErrorDialect.REST_JSON, Headers.NONE, null);
    }

    public Refusal withStatus(int other) {
        return new Refusal(error, other, message, dialect, headers, reason);
    }

    public Refusal withHeader(String name, String value) {
        return new Refusal(error, status, message, dialect, headers.with(name, value), reason);
    }

    public Refusal in(ErrorDialect other) {
        return new Refusal(error, status, message, other, headers, reason);
    }

    /** This refusal with a name for the decision record, such as {@code TOKEN_EXPIRED}. */
    public Refusal because(String stableName) {
        return new Refusal(error, status, message, dialect, headers, stableName);
    }
}
