package io.plsim.server.decisionlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.authentication.Caller;
import io.plsim.server.decisionlog.DecisionRecord.Judgement;
import io.plsim.server.decisionlog.DecisionRecord.Result;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision record as the JSON of the console API. */
public final class RecordJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordJson() {}

    public static ObjectNode write(DecisionRecord record) {
        ObjectNode json = JSON.objectNode();
        json.put("id", record.id());
        json.put("sequence", record.sequence());
        json.put("time", record.arrival().time().toString());
        json.put("endpointId", record.arrival().endpointId());
        Judgement judgement = record.judgement();
        json.put("policyRevision", judgement == null ? null : judgement.policyRevision());
        json.set("caller", caller(record.caller(), record.callerKind()));
        json.put("operation", record.operation());
        json.set("questions", questions(judgement));
        json.set("context", context(judgement));
        json.put("outcome", judgement == null ? null : judgement.outcome());
        result(json, record.result());
        json.put("requestId", record.arrival().requestId());
        json.put("method", record.arrival().method());
        json.put("path", record.arrival().path());
        return json;
    }

    private static void result(ObjectNode json, Result result) {
        json.put("httpStatus", result.httpStatus());
        json.put("errorType", result.errorType());
        json.put("reason", result.reason());
        json.put("stage", result.stage().text());
        json.put("durationMicros", result.durationMicros());
        json.put("forwardedTo", result.forwardedTo());
        json.put("summary", result.summary());
        if (result.diagnosis() != null) {
            json.set("diagnosis", MAPPER.valueToTree(result.diagnosis()));
        }
    }

    private static ObjectNode caller(@Nullable Caller proven, Caller.@Nullable Kind claimed) {
        ObjectNode json = JSON.objectNode();
        Caller.Kind kind = proven == null ? claimed : proven.kind();
        json.put("kind", kind == null ? null : kind.text());
        json.put("arn", proven == null ? null : proven.arn().orElse(null));
        json.put("accountId", proven == null ? null : proven.accountId().orElse(null));
        return json;
    }

    private static ArrayNode questions(@Nullable Judgement judgement) {
        ArrayNode json = JSON.arrayNode();
        if (judgement != null) {
            for (DecisionRecord.Asked asked : judgement.questions()) {
                ObjectNode one = json.addObject();
                one.put("action", asked.question().action());
                one.put("resource", asked.question().resource());
                one.put("outcome", asked.decision().outcome().text());
                ArrayNode decidedBy = one.putArray("decidedBy");
                asked.decision().decidedBy().forEach(decidedBy::add);
            }
        }
        return json;
    }

    private static ObjectNode context(@Nullable Judgement judgement) {
        ObjectNode json = JSON.objectNode();
        if (judgement != null) {
            for (Map.Entry<String, List<String>> key : judgement.context().entrySet()) {
                if (key.getValue().size() == 1) {
                    json.put(key.getKey(), key.getValue().get(0));
                } else {
                    ArrayNode values = json.putArray(key.getKey());
                    key.getValue().forEach(values::add);
                }
            }
        }
        return json;
    }
}
