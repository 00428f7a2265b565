package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import java.io.IOException;

/** Extraction jobs: AWS lists those that failed, and here none ever fails. */
final class ExtractionJobs {
    private ExtractionJobs() {}

    static Answer start(StubRequest request) throws IOException, StubRefusal {
        JsonInput job = new JsonInput(request.json().requiredObject("extractionJob"));
        return request.answer(JsonNodeFactory.instance.objectNode().put("jobId", job.requiredText("jobId")));
    }

    static Answer list(StubRequest request) {
        return request.answer(JsonNodeFactory.instance.objectNode().set("jobs", JsonNodeFactory.instance.arrayNode()));
    }
}
