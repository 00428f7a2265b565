package io.plsim.testkit.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator recorded about one request; never a secret, a token or a body.
 *
 * @param id what the answer's {@code x-plsim-decision-id} said
 * @param sequence the order in which requests were answered
 * @param callerKind {@code sigv4}, {@code oauth}, {@code anonymous}, or null when nothing was proven
 * @param callerArn null for callers without an ARN and where nothing was proven
 * @param operation the service model's name, such as {@code InvokeAgentRuntime}; null when none was recognised
 * @param outcome {@code allowed}, {@code explicitDeny}, {@code implicitDeny}, {@code auditDeny}; null when the request
 *     was refused before the policy was asked
 * @param errorType the AWS error of the answer, such as {@code AccessDeniedException}
 * @param summary one or two sentences that say why
 */
public record RecordedDecision(
        String id,
        long sequence,
        Instant time,
        String endpointId,
        @Nullable String callerKind,
        @Nullable String callerArn,
        @Nullable String operation,
        List<Question> questions,
        Map<String, List<String>> context,
        @Nullable String outcome,
        int httpStatus,
        @Nullable String errorType,
        String stage,
        @Nullable String summary) {

    /** One question that the policy was asked, and its answer; {@code decidedBy} holds statement indices. */
    public record Question(String action, String resource, String outcome, List<Integer> decidedBy) {
        public Question {
            decidedBy = List.copyOf(decidedBy);
        }
    }

    public RecordedDecision {
        questions = List.copyOf(questions);
        context = Map.copyOf(context);
    }

    /** Whether the policy let the request pass. */
    public boolean isAllowed() {
        return "allowed".equals(outcome);
    }

    /** Whether the policy said no, also where audit mode let the request pass all the same. */
    public boolean isDenied() {
        return outcome != null && !isAllowed();
    }

    /** Whether the request was refused before the policy was asked, such as for a wrong signature. */
    public boolean isRefused() {
        return outcome == null;
    }

    /** Whether this is about an operation ({@code InvokeAgentRuntime}) or an action ({@code bedrock-agentcore:...}). */
    public boolean concerns(String operationOrAction) {
        return operationOrAction.equals(operation)
                || questions.stream()
                        .anyMatch(question -> question.action().equals(operationOrAction)
                                || question.action().equals("bedrock-agentcore:" + operationOrAction));
    }

    /** Whether it asked about a resource, named by its ARN or by the end of it, such as {@code runtime/myAgent}. */
    public boolean asksAbout(String resource) {
        return questions.stream()
                .map(Question::resource)
                .anyMatch(arn -> arn.equals(resource) || arn.endsWith(":" + resource));
    }

    /** How a person refers to the caller: the ARN, or how it proved itself. */
    public String caller() {
        if (callerArn != null) {
            return callerArn;
        }
        return callerKind == null ? "an unproven caller" : "an " + callerKind + " caller";
    }

    /** One line: operation, outcome, caller, resources. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder()
                .append('#')
                .append(sequence)
                .append(' ')
                .append(operation == null ? "unknown operation" : operation)
                .append(' ')
                .append(outcome == null ? "refused with " + errorType : outcome)
                .append(" (HTTP ")
                .append(httpStatus)
                .append(") for ")
                .append(caller());
        questions.stream()
                .map(Question::resource)
                .distinct()
                .forEach(resource -> line.append(" on ").append(resource));
        return line.toString();
    }
}
