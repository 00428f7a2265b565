package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Headers;
import io.plsim.server.operation.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** Every operation is answered in the shape that the service model gives its answer. */
class EveryOperationTest {
    private static final ResponseShapes SHAPES = new ResponseShapes();
    private static final JsonNode REQUESTS =
            ResponseShapes.read("every-operation.json").get("requests");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StubEndpoint endpoint = new StubEndpoint();
    private final Map<String, String> kept = new HashMap<>();

    @Test
    void everyOperationOfTheCatalogueHasAStubAndNoStubIsLeftOver() {
        Set<String> catalogue = new TreeSet<>();
        endpoint.catalog().operations().stream().map(Operation::name).forEach(catalogue::add);
        assertThat(endpoint.forwarder.operations()).containsExactlyInAnyOrderElementsOf(catalogue);
    }

    @Test
    void theRequestsBelowReachEveryOperationOfTheServiceModel() {
        Set<String> reached = new TreeSet<>();
        REQUESTS.forEach(request -> reached.add(request.get("operation").textValue()));
        assertThat(reached).isEqualTo(SHAPES.operations());
    }

    @TestFactory
    Stream<DynamicTest> answersHaveTheShapeOfTheServiceModel() {
        List<DynamicTest> tests = new ArrayList<>();
        int number = 0;
        for (JsonNode request : REQUESTS) {
            tests.add(DynamicTest.dynamicTest(
                    ++number + " " + request.get("operation").textValue(), () -> check(request)));
        }
        return tests.stream();
    }

    private void check(JsonNode step) throws IOException {
        String operation = step.get("operation").textValue();
        String line = filled(step.get("request").textValue().replace("${eventId}", "${escapedEventId}"));
        byte[] body = filled(
                        step.path("body").isMissingNode()
                                ? ""
                                : step.get("body").toString())
                .getBytes(StandardCharsets.UTF_8);
        List<String> headers = new ArrayList<>();
        step.path("headers").properties().forEach(header -> {
            headers.add(header.getKey());
            headers.add(filled(header.getValue().textValue()));
        });
        assertThat(endpoint.operation(EndpointService.DATA_PLANE, line, body, Headers.NONE))
                .isEqualTo(operation);

        StubEndpoint.Reply reply = endpoint.call(
                EndpointService.DATA_PLANE, StubEndpoint.ALICE, line, body, headers.toArray(String[]::new));

        JsonNode model = SHAPES.operation(operation);
        assertThat(reply.status())
                .as(reply.text())
                .isEqualTo(model.get("status").intValue());
        model.path("headers")
                .properties()
                .forEach(header -> assertThat(reply.headers().has(header.getKey()))
                        .as(header.getKey())
                        .isIn(true, header.getValue().booleanValue()));
        Set<String> free = new HashSet<>();
        step.path("beyondTheModel").forEach(name -> free.add(name.textValue()));
        if (model.has("body")) {
            JsonNode answer = reply.bytes().length == 0 ? JSON.createObjectNode() : reply.json();
            assertThat(SHAPES.differences(answer, model.get("body").textValue(), free))
                    .as(answer.toString())
                    .isEmpty();
        } else if (model.has("events")) {
            checkEvents(reply, model.get("events").textValue());
        }
        keep(step.path("keep"), reply);
    }

    private void checkEvents(StubEndpoint.Reply reply, String union) throws IOException {
        assertThat(reply.header("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        MessageDecoder decoder = new MessageDecoder();
        decoder.feed(reply.bytes());
        List<Message> messages = decoder.getDecodedMessages();
        assertThat(messages).isNotEmpty();
        for (Message message : messages) {
            assertThat(Objects.requireNonNull(message.getHeaders().get(":message-type"))
                            .getString())
                    .isEqualTo("event");
            JsonNode event = JSON.createObjectNode()
                    .set(
                            Objects.requireNonNull(message.getHeaders().get(":event-type"))
                                    .getString(),
                            JSON.readTree(message.getPayload()));
            assertThat(SHAPES.differences(event, union, Set.of()))
                    .as(event.toString())
                    .isEmpty();
        }
    }

    private void keep(JsonNode wanted, StubEndpoint.Reply reply) {
        wanted.properties().forEach(entry -> {
            String value = reply.json().at(entry.getValue().textValue()).asText();
            assertThat(value).as(entry.getKey()).isNotEmpty();
            kept.put(entry.getKey(), value);
            if (entry.getKey().equals("eventId")) {
                kept.put("escapedEventId", value.replace("#", "%23"));
            }
        });
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : kept.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
