package io.plsim.server.awserror;

/**
 * The errors that AgentCore and its authentication layer answer with: the name that goes into
 * {@code x-amzn-ErrorType} and the usual HTTP status. Follows the AgentCore common errors page and the service model.
 */
public enum AwsError {
    MALFORMED_HTTP_REQUEST("MalformedHttpRequestException", 400),
    MALFORMED_QUERY_STRING("MalformedQueryString", 400),
    VALIDATION("ValidationException", 400),
    UNAUTHORIZED("UnauthorizedException", 401),
    SERVICE_QUOTA_EXCEEDED("ServiceQuotaExceededException", 402),
    ACCESS_DENIED("AccessDeniedException", 403),
    EXPIRED_TOKEN("ExpiredTokenException", 403),
    INCOMPLETE_SIGNATURE("IncompleteSignatureException", 403),
    INVALID_SIGNATURE("InvalidSignatureException", 403),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException", 403),
    UNRECOGNIZED_CLIENT("UnrecognizedClientException", 403),
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 404),
    UNKNOWN_OPERATION("UnknownOperationException", 404),
    REQUEST_TIMEOUT("RequestTimeoutException", 408),
    CONFLICT("ConflictException", 409),
    REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLargeException", 413),
    RUNTIME_CLIENT("RuntimeClientError", 424),
    THROTTLING("ThrottlingException", 429),
    INTERNAL_FAILURE("InternalFailure", 500),
    INTERNAL_SERVER("InternalServerException", 500),
    SERVICE_UNAVAILABLE("ServiceUnavailable", 503);

    private final String type;
    private final int status;

    AwsError(String type, int status) {
        this.type = type;
        this.status = status;
    }

    /** The name that clients see in {@code x-amzn-ErrorType}. */
    public String type() {
        return type;
    }

    /** The HTTP status AWS gives this error, unless the refusal says otherwise. */
    public int status() {
        return status;
    }
}
