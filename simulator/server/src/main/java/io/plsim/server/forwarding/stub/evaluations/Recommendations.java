package io.plsim.server.forwarding.stub.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.Optional;

/** Recommendations that recommend what is there already. */
final class Recommendations {
    private static final int ID_SUFFIX = 10;
    private static final String CONFIGURATION = "recommendationConfig";
    private static final List<String> LISTED = List.of(
            "recommendationId", "recommendationArn", "name", "description", "type", "status", "createdAt", "updatedAt");

    private final Jobs jobs = new Jobs("recommendation", "recommendationId");
    private final StubSettings settings;
    private final Clock clock;
    private final Ids ids;

    Recommendations(StubSettings settings, Clock clock, Ids ids) {
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    Answer start(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        String name = body.requiredText("name");
        String id = name.replace(' ', '_') + "-" + ids.capitals(ID_SUFFIX);
        String now = Timestamps.iso8601(clock.instant());
        ObjectNode started = JsonNodeFactory.instance
                .objectNode()
                .put("recommendationId", id)
                .put("recommendationArn", settings.arn("recommendation/" + id))
                .put("name", name)
                .put("type", body.requiredText("type"))
                .put("status", "PENDING")
                .put("createdAt", now)
                .put("updatedAt", now);
        body.text("description").ifPresent(description -> started.put("description", description));
        started.set(CONFIGURATION, body.requiredObject(CONFIGURATION));
        ObjectNode finished = started.deepCopy().put("status", "COMPLETED");
        finished.set("recommendationResult", result(started.get(CONFIGURATION)));
        jobs.add(finished);
        return request.answer(started);
    }

    Answer get(StubRequest request) throws StubRefusal {
        return request.answer(jobs.find(request));
    }

    Answer list(StubRequest request) throws StubRefusal {
        Optional<String> status = request.query("status");
        return request.answer(jobs.page(
                request,
                "recommendationSummaries",
                job -> status.map(job.get("status").textValue()::equals).orElse(true),
                LISTED));
    }

    Answer delete(StubRequest request) throws StubRefusal {
        return request.answer(Jobs.only(jobs.remove(request), List.of("recommendationId", "status"))
                .put("status", "DELETING"));
    }

    void reset() {
        jobs.reset();
    }

    private static ObjectNode result(JsonNode configuration) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        JsonNode tools =
                configuration.at("/toolDescriptionRecommendationConfig/toolDescription/toolDescriptionText/tools");
        if (configuration.has("toolDescriptionRecommendationConfig")) {
            ArrayNode recommended =
                    result.putObject("toolDescriptionRecommendationResult").putArray("tools");
            for (JsonNode tool : tools) {
                recommended
                        .addObject()
                        .put("toolName", tool.path("toolName").asText())
                        .put(
                                "recommendedToolDescription",
                                tool.at("/toolDescription/text").asText());
            }
        } else {
            JsonNode prompt = configuration.at("/systemPromptRecommendationConfig/systemPrompt/text");
            result.putObject("systemPromptRecommendationResult")
                    .put("recommendedSystemPrompt", prompt.asText("You are a helpful agent."));
        }
        return result;
    }
}
