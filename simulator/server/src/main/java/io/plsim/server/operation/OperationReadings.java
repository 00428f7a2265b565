package io.plsim.server.operation;

/**
 * The named choices about what is asked where AWS's pages are silent or contradict each other; the first constant of
 * each enum is the default. Every choice has a row in {@code docs/fidelity.md}.
 *
 * @param runtimeResources as which resources a runtime (and by analogy a harness) is asked about
 * @param identityResources which resources of an identity operation are asked about
 * @param browserStreams on what the browser operations without a resource type in the reference are asked about
 * @param sessionStart whether invoking a code interpreter without a session also asks to start one
 * @param resourceOwner whose account a resource named by a bare id belongs to
 * @param gatewayMetadata how the gateway's unsigned protected-resource metadata is judged
 */
public record OperationReadings(
        RuntimeResources runtimeResources,
        IdentityResources identityResources,
        BrowserStreams browserStreams,
        SessionStart sessionStart,
        ResourceOwner resourceOwner,
        GatewayMetadata gatewayMetadata) {

    /** The readings of CONTRACT section 9 that come first. */
    public static final OperationReadings DEFAULT = new OperationReadings(
            RuntimeResources.RUNTIME_ONLY,
            IdentityResources.WORKLOAD_IDENTITY_ONLY,
            BrowserStreams.ON_BROWSER,
            SessionStart.INVOKE_ONLY,
            ResourceOwner.CONFIGURED_ACCOUNT,
            GatewayMetadata.AS_INVOKE_GATEWAY);

    /** As which resources a runtime is asked about. */
    public enum RuntimeResources implements Reading {
        RUNTIME_ONLY,
        /** Also {@code runtime/ID/runtime-endpoint/QUALIFIER}, as the service authorization reference lists. */
        RUNTIME_AND_ENDPOINT
    }

    /** Which resources of an identity operation are asked about. */
    public enum IdentityResources implements Reading {
        WORKLOAD_IDENTITY_ONLY,
        /** Also the directory, the token vault and the credential provider. */
        EVERY_RESOURCE
    }

    /** On what ConnectBrowser* and ListBrowserSessions are asked about. */
    public enum BrowserStreams implements Reading {
        ON_BROWSER,
        ON_STAR
    }

    /** Whether InvokeCodeInterpreter without a session also asks StartCodeInterpreterSession. */
    public enum SessionStart implements Reading {
        INVOKE_ONLY,
        ALSO_START_SESSION
    }

    /** Whose account a resource named by a bare id belongs to. */
    public enum ResourceOwner implements Reading {
        CONFIGURED_ACCOUNT,
        /** A caller without an account (bearer, unsigned) falls back to the configured one. */
        CALLERS_ACCOUNT
    }

    /** How the gateway's metadata is judged. */
    public enum GatewayMetadata implements Reading {
        AS_INVOKE_GATEWAY,
        /** The policy is not asked: the document is served to anyone. */
        NOT_JUDGED
    }

    /** One constant of one choice; their names differ across the choices, so the catalogue can name them. */
    sealed interface Reading
            permits RuntimeResources, IdentityResources, BrowserStreams, SessionStart, ResourceOwner, GatewayMetadata {
        String name();
    }

    boolean chosen(Reading reading) {
        return reading == runtimeResources
                || reading == identityResources
                || reading == browserStreams
                || reading == sessionStart
                || reading == resourceOwner
                || reading == gatewayMetadata;
    }
}
