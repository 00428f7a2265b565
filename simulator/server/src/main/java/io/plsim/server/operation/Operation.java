package io.plsim.server.operation;

/**
 * One entry of the catalogue.
 *
 * @param name the service model's operation name, as it stands in decision records
 * @param primitive Runtime, Memory, CodeInterpreter, Browser, Identity, Gateway, ...
 * @param successStatus what the real service answers when all is well
 * @param resourceKind which configured resource's authorizer applies: RUNTIME, GATEWAY or OTHER
 * @param credentials what the operation takes
 * @param webSocket whether a request may ask to become a WebSocket
 */
public record Operation(
        String name,
        String primitive,
        int successStatus,
        ResourceKind resourceKind,
        CredentialRule credentials,
        boolean webSocket) {

    /** An operation of plain requests and answers. */
    public Operation(
            String name, String primitive, int successStatus, ResourceKind resourceKind, CredentialRule credentials) {
        this(name, primitive, successStatus, resourceKind, credentials, false);
    }

    /** Whose authorizer applies. */
    public enum ResourceKind {
        RUNTIME,
        GATEWAY,
        OTHER
    }

    /** What an operation takes besides SigV4, according to the catalogue. */
    public enum CredentialRule {
        /** SigV4 or a bearer token. */
        SIGV4_OR_BEARER,
        /** SigV4 in the service model; the seed page says bearer too (a switch decides). */
        SIGV4,
        /** Called before credentials exist: protected-resource metadata. */
        NONE
    }
}
