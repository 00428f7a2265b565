package io.plsim.server;

import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.answer.Ended;
import io.plsim.server.answer.Reply;
import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.authentication.Authenticator;
import io.plsim.server.authentication.Caller;
import io.plsim.server.authentication.CallerProof;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorWriter;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.decisionlog.DecisionLog;
import io.plsim.server.decisionlog.DecisionRecord;
import io.plsim.server.enforcement.EndpointPolicyGate;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody.BodyTooLargeException;
import io.plsim.server.inbound.ResourceUrls;
import io.plsim.server.operation.OperationCatalog;
import io.plsim.server.operation.Resolution;
import io.plsim.server.operation.Resolution.NotModelled;
import io.plsim.server.operation.Resolution.Resolved;
import io.plsim.server.operation.ResolutionContext;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The path of a request, stage by stage: signature, operation, caller, endpoint policy, forward. Whatever happens, there
 * is one answer and one decision record, and the record is readable before the answer's last byte is sent.
 */
public final class RequestPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(RequestPipeline.class);

    private final Authenticator authenticator;
    private final OperationCatalog catalog;
    private final ResolutionContext resolution;
    private final CallerProof proof;
    private final ResourceUrls urls;
    private final EndpointPolicyGate gate;
    private final Forwarder forwarder;
    private final DecisionLog log;
    private final Clock clock;

    public RequestPipeline(
            Authenticator authenticator,
            OperationCatalog catalog,
            ResolutionContext resolution,
            CallerProof proof,
            ResourceUrls urls,
            EndpointPolicyGate gate,
            Forwarder forwarder,
            DecisionLog log,
            Clock clock) {
        this.authenticator = authenticator;
        this.catalog = catalog;
        this.resolution = resolution;
        this.proof = proof;
        this.urls = urls;
        this.gate = gate;
        this.forwarder = forwarder;
        this.log = log;
        this.clock = clock;
    }

    /** Takes a request from arrival to answer. */
    public void serve(VpcEndpoint endpoint, InboundRequest request, Reply reply) {
        RequestTrace trace = new RequestTrace(endpoint, request, clock);
        CompletionStage<Answer> answer;
        try {
            answer = answer(endpoint, request, trace);
        } catch (BodyTooLargeException tooLarge) {
            answer = refuse(trace, Refusal.of(AwsError.REQUEST_ENTITY_TOO_LARGE, "The request body is too large."));
        } catch (IOException broken) {
            answer = refuse(
                    trace,
                    broken.getCause() instanceof TimeoutException
                            ? Refusal.of(AwsError.REQUEST_TIMEOUT, "The request did not arrive in time.")
                            : Refusal.of(AwsError.MALFORMED_HTTP_REQUEST, "The request body could not be received."));
        } catch (RuntimeException crash) {
            answer = crashed(trace, crash);
        }
        send(trace, answer, reply);
    }

    /** Answers and records a request that the HTTP layer refused before any stage. */
    public void refuse(VpcEndpoint endpoint, InboundRequest request, Refusal refusal, Reply reply) {
        RequestTrace trace = new RequestTrace(endpoint, request, clock);
        send(trace, refuse(trace, refusal), reply);
    }

    private CompletionStage<Answer> answer(VpcEndpoint endpoint, InboundRequest request, RequestTrace trace)
            throws IOException {
        if (!TargetForm.isNormal(request.rawPath())) {
            return refuse(
                    trace,
                    Refusal.of(AwsError.MALFORMED_HTTP_REQUEST, "The path of the request is not in its normal form."));
        }
        Optional<String> queryFault = TargetForm.queryFault(request.rawQuery());
        if (queryFault.isPresent()) {
            return refuse(trace, Refusal.of(AwsError.MALFORMED_QUERY_STRING, queryFault.get()));
        }
        AuthenticationResult credentials = authenticator.identify(request);
        trace.credentials(credentials);
        if (credentials instanceof Refused refused) {
            return refuse(trace, refused.refusal());
        }
        String signersAccount = credentials instanceof SignedBy signed
                ? signed.caller().accountId().orElse(null)
                : null;
        Resolution resolved = catalog.resolve(request, resolution.forCaller(signersAccount));
        if (resolved instanceof NotModelled unknown) {
            trace.notModelled(unknown);
            return refuse(trace, unknown.refusal());
        }
        return answer(endpoint, request, trace, credentials, (Resolved) resolved);
    }

    private CompletionStage<Answer> answer(
            VpcEndpoint endpoint,
            InboundRequest request,
            RequestTrace trace,
            AuthenticationResult credentials,
            Resolved operation)
            throws IOException {
        trace.resolved(operation);
        CallerProof.Result proven = proof.prove(
                credentials,
                operation.operation(),
                operation.resourceId(),
                () -> MetadataUrl.of(request, urls, operation.resourceId()));
        Caller caller = proven.caller();
        if (caller == null) {
            trace.diagnosis(proven.diagnosis());
            Refusal refusal = proven.refusal();
            return refuse(
                    trace, refusal == null ? Refusal.of(AwsError.INTERNAL_FAILURE, "No caller was found.") : refusal);
        }
        trace.caller(caller);
        if (operation.judged()) {
            EndpointPolicyGate.Verdict verdict = gate.ask(endpoint, request, caller, operation.questions());
            trace.judged(verdict, endpoint.audit());
            if (verdict.answers().isEmpty()) {
                return refuse(trace, Refusal.of(AwsError.VALIDATION, "There is no question to ask the policy about."));
            }
            if (verdict.blockedBy().isPresent() && !endpoint.audit()) {
                return refuse(
                        trace,
                        EndpointPolicyGate.denial(caller, verdict.blockedBy().get()));
            }
        }
        trace.forwardedTo(forwarder.destination(operation));
        return forwarder.forward(request, operation, caller).thenApply(forwarded -> {
            trace.forwarded(forwarded);
            return forwarded.answer();
        });
    }

    private static CompletionStage<Answer> refuse(RequestTrace trace, Refusal refusal) {
        trace.refused(refusal);
        return CompletableFuture.completedFuture(ErrorWriter.write(refusal));
    }

    private static CompletionStage<Answer> crashed(RequestTrace trace, Throwable crash) {
        LOG.error("{} failed; please report this with the trace", trace.id(), crash);
        return refuse(trace, Refusal.of(AwsError.INTERNAL_FAILURE, "The simulator failed on this request."));
    }

    private void send(RequestTrace trace, CompletionStage<Answer> answer, Reply reply) {
        answer.exceptionallyCompose(crash -> crashed(trace, crash))
                .thenAccept(ready -> finish(trace, ready, reply))
                .whenComplete((sent, crash) -> {
                    if (crash != null) {
                        LOG.error("{} could not be answered; please report this with the trace", trace.id(), crash);
                        reply.abort(crash);
                    }
                });
    }

    /** Records and sends the answer; the record of one whose body is still to come is completed when it has ended. */
    private void finish(RequestTrace trace, Answer answer, Reply reply) {
        Answer marked = trace.marked(answer);
        boolean whole = marked.body() instanceof AnswerBody.Bytes;
        if (whole) {
            trace.ended(Ended.COMPLETE);
        }
        DecisionRecord record = log.append(sequence -> trace.record(sequence, marked));
        reply.send(marked, how -> {
            if (!whole) {
                trace.ended(how);
                log.complete(trace.record(record.sequence(), marked));
            }
        });
    }
}
