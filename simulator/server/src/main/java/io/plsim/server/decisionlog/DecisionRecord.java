package io.plsim.server.decisionlog;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.server.authentication.Caller;
import io.plsim.server.authentication.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one request, and why; never a secret, a token, a signature or a body.
 *
 * @param id what {@code x-plsim-decision-id} said
 * @param sequence the order in which requests were answered, from 1
 * @param arrival the request as it came
 * @param caller who proved to be calling; null before that
 * @param operation the service model's operation name; null when none was recognised
 * @param judgement the policy's part; null when no question was asked
 * @param result how it ended
 */
public record DecisionRecord(
        String id,
        long sequence,
        Arrival arrival,
        @Nullable Caller caller,
        Caller.@Nullable Kind callerKind,
        @Nullable String operation,
        @Nullable Judgement judgement,
        Result result) {

    /** The request as it came; the query is left out, because a presigned one holds a signature. */
    public record Arrival(Instant time, String requestId, String endpointId, String method, String path) {}

    /**
     * What one policy revision said.
     *
     * @param outcome {@code allowed}, {@code explicitDeny}, {@code implicitDeny} or {@code auditDeny}
     * @param policy kept to explain the decision later, even when another policy is attached by then
     */
    public record Judgement(long policyRevision, String outcome, List<Asked> questions, PolicyEvaluator policy) {

        /** The context keys of all its questions; put together when somebody reads it, not for every request. */
        public Map<String, List<String>> context() {
            Map<String, List<String>> context = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            questions.forEach(asked -> context.putAll(asked.question().context().asMap()));
            return context;
        }
    }

    /** One question and its answer. */
    public record Asked(AuthorizationRequest question, Decision decision) {}

    /**
     * How it ended.
     *
     * @param reason a stable name for a refusal that is no policy decision, such as {@code CONTROL_PLANE_OPERATION}
     * @param diagnosis what a developer needs to mend a refused signature; console only
     */
    public record Result(
            int httpStatus,
            @Nullable String errorType,
            @Nullable String reason,
            Stage stage,
            long durationMicros,
            @Nullable String forwardedTo,
            @Nullable String summary,
            @Nullable Diagnosis diagnosis) {}
}
