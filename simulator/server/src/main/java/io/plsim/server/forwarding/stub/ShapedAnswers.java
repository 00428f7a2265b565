package io.plsim.server.forwarding.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import io.plsim.server.operation.StubToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Answers from {@code answers.json}: one JSON shape an operation, with places such as {@code ${memoryId}} that are filled
 * from the request's labels, query and body, the resource asked about, the clock, or a made-up id.
 */
final class ShapedAnswers {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int BODY_READ = 1 << 20;

    private final Clock clock;

    private ShapedAnswers(Clock clock) {
        this.clock = clock;
    }

    static Map<String, StubForwarder.Stub> load(Clock clock) {
        ShapedAnswers shaped = new ShapedAnswers(clock);
        Map<String, StubForwarder.Stub> stubs = new HashMap<>();
        try (InputStream in = ShapedAnswers.class.getResourceAsStream("answers.json")) {
            for (Map.Entry<String, JsonNode> shape : MAPPER.readTree(in).properties()) {
                stubs.put(
                        shape.getKey(),
                        (request, operation, caller) -> shaped.answer(shape.getValue(), request, operation, caller));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("answers.json is part of the product", broken);
        }
        return stubs;
    }

    private Answer answer(JsonNode shape, InboundRequest request, Resolved operation, Caller caller)
            throws IOException {
        Values values = new Values(body(request), operation);
        return Answer.json(
                operation.operation().successStatus(), fill(shape, values).toString());
    }

    private static JsonNode body(InboundRequest request) throws IOException {
        try (InputStream in = request.body().open()) {
            byte[] bytes = in.readNBytes(BODY_READ);
            return bytes.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
        } catch (JsonProcessingException noJson) {
            return MAPPER.createObjectNode();
        }
    }

    private JsonNode fill(JsonNode shape, Values values) {
        if (shape.isObject()) {
            ObjectNode filled = MAPPER.createObjectNode();
            shape.properties().forEach(member -> filled.set(member.getKey(), fill(member.getValue(), values)));
            return filled;
        }
        if (shape.isArray()) {
            ArrayNode filled = MAPPER.createArrayNode();
            shape.forEach(item -> filled.add(fill(item, values)));
            return filled;
        }
        String text = shape.asText();
        return shape.isTextual() && text.startsWith("${") ? values.of(text.substring(2, text.length() - 1)) : shape;
    }

    /** Where the places of a shape get their values. */
    private final class Values {
        private final JsonNode body;
        private final Resolved operation;

        Values(JsonNode body, Resolved operation) {
            this.body = body;
            this.operation = operation;
        }

        JsonNode of(String place) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            return switch (place) {
                case "now:epoch" -> MAPPER.getNodeFactory().numberNode(now.getEpochSecond());
                case "now:iso" -> MAPPER.getNodeFactory().textNode(now.toString());
                case "id" -> text(UUID.randomUUID().toString());
                case "resource" ->
                    text(
                            operation.questions().isEmpty()
                                    ? "*"
                                    : operation.questions().get(0).resource());
                case "workloadToken" ->
                    text(StubToken.workloadToken(
                            body.path("workloadName").asText("workload"),
                            UUID.randomUUID().toString()));
                default -> fromRequest(place);
            };
        }

        private JsonNode fromRequest(String name) {
            if (name.endsWith("[]")) {
                JsonNode list = body.path(name.substring(0, name.length() - 2));
                return list.isArray() ? list : MAPPER.createArrayNode();
            }
            String label = operation.labels().get(name);
            if (label != null) {
                return text(label);
            }
            String parameter = operation.query().get(name);
            if (parameter != null) {
                return text(parameter);
            }
            return body.has(name) ? body.get(name) : text("plsim-" + name);
        }

        private JsonNode text(String value) {
            return MAPPER.getNodeFactory().textNode(value);
        }
    }
}
