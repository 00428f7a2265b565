package io.plsim.server;

import io.plsim.policy.explanation.Summary;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.Ended;
import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.AuthenticationResult.BearerToken;
import io.plsim.server.authentication.AuthenticationResult.NoCredentials;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.authentication.Caller;
import io.plsim.server.authentication.Diagnosis;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.decisionlog.DecisionRecord;
import io.plsim.server.decisionlog.DecisionRecord.Arrival;
import io.plsim.server.decisionlog.DecisionRecord.Asked;
import io.plsim.server.decisionlog.DecisionRecord.Judgement;
import io.plsim.server.decisionlog.DecisionRecord.Result;
import io.plsim.server.decisionlog.Stage;
import io.plsim.server.enforcement.EndpointPolicyGate;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.forwarding.Forwarded;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.NotModelled;
import io.plsim.server.operation.Resolution.Resolved;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What the stages find out about one request, on its way to becoming its decision record. */
final class RequestTrace {
    private static final String REQUEST_ID = "x-amzn-RequestId";

    private final String id = "d-" + newId();
    private final long startNanos = System.nanoTime();
    private final Arrival arrival;
    private Stage stage = Stage.RECEIVED;
    private @Nullable Caller caller;
    private Caller.@Nullable Kind claimed;
    private @Nullable String operation;
    private @Nullable Judgement judgement;
    private @Nullable String errorType;
    private @Nullable String reason;
    private @Nullable String forwardedTo;
    private @Nullable String summary;
    private @Nullable Diagnosis diagnosis;

    RequestTrace(VpcEndpoint endpoint, InboundRequest request, Clock clock) {
        arrival = new Arrival(clock.instant(), newId(), endpoint.id(), request.method(), request.rawPath());
    }

    String id() {
        return id;
    }

    void credentials(AuthenticationResult credentials) {
        if (credentials instanceof SignedBy signed) {
            caller = signed.caller();
            stage = Stage.AUTHENTICATED;
        } else if (credentials instanceof Refused refused) {
            claimed = refused.claimed();
            diagnosis = refused.diagnosis();
        } else if (credentials instanceof BearerToken) {
            claimed = Caller.Kind.OAUTH;
        } else if (credentials instanceof NoCredentials) {
            claimed = Caller.Kind.ANONYMOUS;
        }
    }

    void notModelled(NotModelled unknown) {
        operation = unknown.operation();
        reason = unknown.reason().name();
        summary = unknown.nearest() == null ? null : "Did you mean " + unknown.nearest() + "?";
    }

    void resolved(Resolved known) {
        operation = known.operation().name();
        stage = Stage.RESOLVED;
    }

    void caller(Caller proven) {
        caller = proven;
    }

    void diagnosis(@Nullable Diagnosis found) {
        diagnosis = found;
    }

    void judged(EndpointPolicyGate.Verdict verdict, boolean audit) {
        stage = Stage.DECIDED;
        String outcome = verdict.blockedBy()
                .map(blocked ->
                        audit ? "auditDeny" : blocked.decision().outcome().text())
                .orElse("allowed");
        judgement = new Judgement(
                verdict.policy().revision(),
                outcome,
                verdict.answers().stream()
                        .map(answer -> new Asked(answer.question(), answer.decision()))
                        .toList(),
                verdict.policy().evaluator());
        verdict.blockedBy()
                .ifPresent(blocked ->
                        summary = Summary.of(verdict.policy().evaluator().explain(blocked.question())));
    }

    void forwardedTo(String destination) {
        forwardedTo = destination;
        stage = Stage.FORWARDED;
    }

    void forwarded(Forwarded outcome) {
        if (outcome instanceof Forwarded.Failed failed) {
            reason = failed.reason().name();
            summary = failed.why();
        }
    }

    /** The answer is out, or as much of it as there will ever be. */
    void ended(Ended ended) {
        if (ended.how() != Ended.How.COMPLETE) {
            reason = ended.how().name();
        } else if (stage == Stage.FORWARDED) {
            stage = Stage.ANSWERED;
        }
        if (ended.detail() != null) {
            summary = ended.detail();
        }
    }

    void refused(Refusal refusal) {
        errorType = refusal.error().type();
        if (reason == null) {
            reason = refusal.reason();
        }
        if (summary == null) {
            String headline = diagnosis == null ? "" : diagnosis.headline();
            summary = headline.isEmpty() ? firstLine(refusal.message()) : firstLine(refusal.message()) + " " + headline;
        }
    }

    /** The answer with the headers that every answer has. */
    Answer marked(Answer answer) {
        // An answer of the real AgentCore has the id by which AWS knows the request.
        Answer named = answer.headers().has(REQUEST_ID) ? answer : answer.with(REQUEST_ID, arrival.requestId());
        Answer marked = named.with("x-plsim-decision-id", id);
        return judgement == null ? marked : marked.with("x-plsim-decision", judgement.outcome());
    }

    DecisionRecord record(long sequence, Answer answer) {
        long micros = (System.nanoTime() - startNanos) / 1_000;
        String error =
                errorType == null ? answer.headers().first("x-amzn-ErrorType").orElse(null) : errorType;
        Result result = new Result(answer.status(), error, reason, stage, micros, forwardedTo, summary, diagnosis);
        return new DecisionRecord(id, sequence, arrival, caller, claimed, operation, judgement, result);
    }

    /** Ids only need to differ: the random numbers that secrets need would cost every request a lock. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
