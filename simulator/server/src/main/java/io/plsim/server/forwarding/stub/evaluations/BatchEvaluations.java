package io.plsim.server.forwarding.stub.evaluations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.forwarding.stub.state.Timestamps;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Batch evaluations, which are complete as soon as they have been started. */
final class BatchEvaluations {
    private static final int ID_SUFFIX = 10;
    private static final List<String> STARTED = List.of(
            "batchEvaluationId",
            "batchEvaluationArn",
            "batchEvaluationName",
            "evaluators",
            "status",
            "createdAt",
            "outputConfig",
            "description");
    private static final List<String> LISTED = List.of(
            "batchEvaluationId",
            "batchEvaluationArn",
            "batchEvaluationName",
            "status",
            "createdAt",
            "description",
            "evaluators",
            "evaluationResults",
            "updatedAt");

    private final Jobs jobs = new Jobs("batch evaluation", "batchEvaluationId");
    private final StubSettings settings;
    private final Clock clock;
    private final Ids ids;

    BatchEvaluations(StubSettings settings, Clock clock, Ids ids) {
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    Answer start(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        String name = body.requiredText("batchEvaluationName");
        String id = name + "-" + ids.alphanumeric(ID_SUFFIX);
        String now = Timestamps.iso8601(clock.instant());
        ObjectNode job = JsonNodeFactory.instance
                .objectNode()
                .put("batchEvaluationId", id)
                .put("batchEvaluationArn", settings.arn("batch-evaluation/" + id))
                .put("batchEvaluationName", name)
                .put("status", "COMPLETED")
                .put("createdAt", now)
                .put("updatedAt", now);
        body.text("description").ifPresent(description -> job.put("description", description));
        body.array("evaluators").ifPresent(evaluators -> job.set("evaluators", evaluators));
        job.set("dataSourceConfig", body.requiredObject("dataSourceConfig"));
        job.putObject("evaluationResults")
                .put("numberOfSessionsCompleted", 0)
                .put("numberOfSessionsInProgress", 0)
                .put("numberOfSessionsFailed", 0)
                .put("totalNumberOfSessions", 0);
        jobs.add(job);
        return request.answer(Jobs.only(job, STARTED).put("status", "PENDING"));
    }

    Answer get(StubRequest request) throws StubRefusal {
        return request.answer(jobs.find(request));
    }

    Answer list(StubRequest request) throws StubRefusal {
        return request.answer(jobs.page(request, "batchEvaluations", job -> true, LISTED));
    }

    Answer stop(StubRequest request) throws StubRefusal {
        ObjectNode job = jobs.update(request, running -> running.put("status", "STOPPED"));
        return request.answer(
                Jobs.only(job, List.of("batchEvaluationId", "batchEvaluationArn", "status", "description"))
                        .put("status", "STOPPING"));
    }

    Answer delete(StubRequest request) throws StubRefusal {
        return request.answer(
                Jobs.only(jobs.remove(request), List.of("batchEvaluationId", "batchEvaluationArn", "status"))
                        .put("status", "DELETING"));
    }

    void reset() {
        jobs.reset();
    }
}
