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

/** A/B tests that are active at once and never gather results. */
final class AbTests {
    private static final int ID_SUFFIX = 10;
    private static final List<String> CHANGEABLE = List.of(
            "name", "description", "variants", "gatewayFilter", "evaluationConfig", "roleArn", "executionStatus");
    private static final List<String> CREATED =
            List.of("abTestId", "abTestArn", "name", "status", "executionStatus", "createdAt");
    private static final List<String> LISTED = List.of(
            "abTestId",
            "abTestArn",
            "name",
            "status",
            "executionStatus",
            "description",
            "gatewayArn",
            "createdAt",
            "updatedAt");

    private final Jobs jobs = new Jobs("A/B test", "abTestId");
    private final StubSettings settings;
    private final Clock clock;
    private final Ids ids;

    AbTests(StubSettings settings, Clock clock, Ids ids) {
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    Answer create(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        String name = body.requiredText("name");
        body.requiredArray("variants");
        body.requiredObject("evaluationConfig");
        body.requiredText("roleArn");
        String id = name + "-" + ids.alphanumeric(ID_SUFFIX);
        ObjectNode job = JsonNodeFactory.instance
                .objectNode()
                .put("abTestId", id)
                .put("abTestArn", settings.arn("ab-test/" + id))
                .put("gatewayArn", body.requiredText("gatewayArn"))
                .put("status", "ACTIVE");
        copy(body, job);
        job.put("executionStatus", body.flag("enableOnCreate", false) ? "RUNNING" : "NOT_STARTED");
        job.set("createdAt", Timestamps.epochSeconds(clock.instant()));
        job.set("updatedAt", job.get("createdAt"));
        jobs.add(job);
        return request.answer(Jobs.only(job, CREATED).put("status", "CREATING"));
    }

    Answer get(StubRequest request) throws StubRefusal {
        return request.answer(jobs.find(request));
    }

    Answer list(StubRequest request) throws StubRefusal {
        return request.answer(jobs.page(request, "abTests", job -> true, LISTED));
    }

    Answer update(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        ObjectNode job = jobs.update(request, test -> {
            copy(body, test);
            return test.set("updatedAt", Timestamps.epochSeconds(clock.instant()));
        });
        return request.answer(Jobs.only(job, List.of("abTestId", "abTestArn", "status", "executionStatus", "updatedAt"))
                .put("status", "UPDATING"));
    }

    Answer delete(StubRequest request) throws StubRefusal {
        return request.answer(Jobs.only(jobs.remove(request), List.of("abTestId", "abTestArn", "status"))
                .put("status", "DELETING"));
    }

    void reset() {
        jobs.reset();
    }

    private static void copy(JsonInput body, ObjectNode job) {
        for (String member : CHANGEABLE) {
            body.any(member).ifPresent(value -> job.set(member, value));
        }
    }
}
