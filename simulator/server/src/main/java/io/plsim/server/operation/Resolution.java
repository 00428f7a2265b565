package io.plsim.server.operation;

import io.plsim.server.awserror.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request asks for. */
public sealed interface Resolution {

    /**
     * A request that the catalogue knows.
     *
     * @param labels the decoded labels of the path, such as {@code memoryId}; a runtime ARN is decoded too
     * @param query the decoded query parameters, first value of each
     * @param resourceId the bare id of the runtime, gateway, memory, ... that the request names, where there is one
     * @param questions what the policy is asked; empty only where {@code judged} is false
     * @param judged false where a reading says that the policy is not asked about this operation at all
     */
    record Resolved(
            Operation operation,
            Map<String, String> labels,
            Map<String, String> query,
            Optional<String> resourceId,
            List<Question> questions,
            boolean judged)
            implements Resolution {

        /** A request about which the policy is asked. */
        public Resolved(
                Operation operation,
                Map<String, String> labels,
                Map<String, String> query,
                Optional<String> resourceId,
                List<Question> questions) {
            this(operation, labels, query, resourceId, questions, true);
        }

        /** Without the query, which holds the signature and session token of a presigned request. */
        @Override
        public String toString() {
            return "Resolved[" + operation.name() + ", " + questions + "]";
        }
    }

    /**
     * A request that cannot be turned into questions; it is refused, never allowed.
     *
     * @param reason stable name for the record, such as {@code CONTROL_PLANE_OPERATION}
     * @param operation the operation's name where one was recognised
     * @param nearest what the caller may have meant
     */
    record NotModelled(
            Reason reason,
            @Nullable String operation,
            @Nullable String nearest,
            Refusal refusal) implements Resolution {}

    /** Why a request has no questions. */
    enum Reason {
        UNKNOWN_OPERATION,
        CONTROL_PLANE_OPERATION,
        NOT_MODELLED,
        MALFORMED_REQUEST
    }
}
