package io.plsim.server.explanation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.explanation.Columns;
import io.plsim.server.authentication.Caller;
import io.plsim.server.authentication.Diagnosis;
import io.plsim.server.decisionlog.DecisionRecord;
import io.plsim.server.decisionlog.DecisionRecord.Result;
import io.plsim.server.decisionlog.Stage;
import java.util.Objects;
import java.util.Set;

/** Explains a request that was refused before the endpoint policy was asked: in which stage, why, and what to do. */
final class RefusedRequest {
    private static final Set<String> OF_OPERATIONS =
            Set.of("UNKNOWN_OPERATION", "CONTROL_PLANE_OPERATION", "NOT_MODELLED", "MALFORMED_REQUEST");
    private static final Set<String> OF_THE_HTTP_LAYER = Set.of(
            "MalformedHttpRequestException",
            "RequestEntityTooLargeException",
            "RequestTimeoutException",
            "InternalFailure");

    private final DecisionRecord record;
    private final Result result;

    RefusedRequest(DecisionRecord record) {
        this.record = record;
        this.result = record.result();
    }

    void addTo(ObjectNode json) {
        json.putNull("outcome");
        json.put("summary", "Refused while " + stage() + ": " + because());
        json.put("refusedWhile", stage());
        json.put("because", because());
        json.put("nextStep", next());
    }

    String text() {
        Columns out = new Columns();
        out.line("", "refused: The request was refused while " + stage() + ", before the endpoint policy was asked.");
        out.blank();
        out.labelled(
                "  request   ",
                record.arrival().method() + " " + record.arrival().path() + " at "
                        + record.arrival().endpointId());
        if (record.operation() != null) {
            out.labelled("  operation ", record.operation());
        }
        out.labelled("  caller    ", caller());
        out.labelled("  answer    ", "HTTP " + result.httpStatus() + " " + Objects.toString(result.errorType(), ""));
        out.labelled("  because   ", because() + (result.reason() == null ? "" : " [" + result.reason() + "]"));
        out.labelled("  next      ", next());
        Diagnosis diagnosis = result.diagnosis();
        return diagnosis == null ? out.text() : out.text() + "\n" + diagnosis.text();
    }

    private String because() {
        String summary = Objects.toString(result.summary(), "no more is known about it");
        return switch (Objects.toString(result.reason(), "")) {
            case "UNKNOWN_OPERATION" -> "No operation of this endpoint has this method and path. " + summary;
            case "CONTROL_PLANE_OPERATION" ->
                record.operation() + " is an operation of the control plane, which this endpoint does not serve. "
                        + summary;
            default -> summary;
        };
    }

    private String next() {
        Diagnosis diagnosis = result.diagnosis();
        boolean comparable = diagnosis != null && diagnosis.text().contains("canonical request");
        return NextStep.of(comparable ? "SIGNATURE_MISMATCH" : result.reason(), result.errorType());
    }

    private String stage() {
        String reason = Objects.toString(result.reason(), "");
        if (OF_OPERATIONS.contains(reason)) {
            return "its operation was looked up";
        }
        if (OF_THE_HTTP_LAYER.contains(Objects.toString(result.errorType(), ""))) {
            return "the HTTP request was read";
        }
        if (result.stage() == Stage.RESOLVED || reason.startsWith("TOKEN_")) {
            return "its caller was proven";
        }
        return switch (result.stage()) {
            case RECEIVED -> "its credentials were checked";
            case AUTHENTICATED -> "its operation was looked up";
            case DECIDED -> "its questions were put to the policy";
            default -> "it was answered";
        };
    }

    private String caller() {
        Caller proven = record.caller();
        if (proven != null) {
            return proven.printedName() + " (proven)";
        }
        Caller.Kind claimed = record.callerKind();
        return claimed == null
                ? "not known"
                : "not proven; the request has "
                        + switch (claimed) {
                            case SIGV4 -> "a signature";
                            case OAUTH -> "a bearer token";
                            case ANONYMOUS -> "no credentials";
                        };
    }
}
