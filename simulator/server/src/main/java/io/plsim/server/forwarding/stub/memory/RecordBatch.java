package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;

/** A batch call on memory records: each record succeeds or fails by itself. */
final class RecordBatch {
    private static final int MAX_RECORDS = 100;

    private RecordBatch() {}

    /** What is to be done with one record, and the id to report. */
    record Step(String recordId, Work work) {}

    interface Work {
        void run() throws StubRefusal;
    }

    interface Planner {
        Step plan(JsonInput record) throws StubRefusal;
    }

    static ObjectNode each(JsonInput body, Planner planner) throws StubRefusal {
        ArrayNode records = body.requiredArray("records");
        if (records.size() > MAX_RECORDS) {
            throw StubRefusal.constraint("records", "have length less than or equal to " + MAX_RECORDS);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode succeeded = answer.putArray("successfulRecords");
        ArrayNode failed = answer.putArray("failedRecords");
        for (JsonNode record : records) {
            if (!record.isObject()) {
                throw StubRefusal.constraint("records", "be a list of structures");
            }
            JsonInput input = new JsonInput((ObjectNode) record);
            Step step = planner.plan(input);
            ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("memoryRecordId", step.recordId());
            input.text("requestIdentifier").ifPresent(id -> outcome.put("requestIdentifier", id));
            try {
                step.work().run();
                succeeded.add(outcome.put("status", "SUCCEEDED"));
            } catch (StubRefusal stubRefusal) {
                Refusal refusal = stubRefusal.refusal();
                failed.add(outcome.put("status", "FAILED")
                        .put("errorCode", refusal.status())
                        .put("errorMessage", refusal.message()));
            }
        }
        return answer;
    }
}
