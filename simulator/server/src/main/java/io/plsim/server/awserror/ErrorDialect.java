package io.plsim.server.awserror;

/** The shapes in which AgentCore writes an error body. */
public enum ErrorDialect {
    /** {@code {"message": "..."}} with the type in a header. */
    REST_JSON,
    /** {@code {"jsonrpc":"2.0","error":{"code":-32001,"message":"..."}}}: a runtime with a JWT authorizer. */
    JSON_RPC_RUNTIME,
    /** The same with {@code "id":0}: a gateway. */
    JSON_RPC_GATEWAY,
    /** One server-sent event with a {@code RUN_ERROR}: a runtime that speaks AG-UI. */
    SSE_AGUI
}
