package io.plsim.server.forwarding.stub.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;

/** An allowed request in the words of its operation. */
public record StubRequest(InboundRequest inbound, Resolved resolved, Caller caller) {
    /** JSON that stubs read whole; the service takes events of at most 10 MB. */
    static final int MAX_JSON_BYTES = 16 << 20;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    /** A label of the path, decoded. */
    public String label(String name) {
        String value = resolved.labels().get(name);
        if (value == null) {
            throw new IllegalArgumentException(resolved.operation().name() + " has no label " + name);
        }
        return value;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(resolved.query().get(name)).filter(value -> !value.isEmpty());
    }

    public String requiredQuery(String name) throws StubRefusal {
        return query(name).orElseThrow(() -> StubRefusal.constraint(name, "not be null"));
    }

    public OptionalInt queryInteger(String name, int min, int max) throws StubRefusal {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(JsonInput.within(name, Integer.parseInt(text.get()), min, max));
        } catch (NumberFormatException notANumber) {
            throw StubRefusal.constraint(name, "be an integer");
        }
    }

    public Optional<String> header(String name) {
        return inbound.headers().first(name).filter(value -> !value.isEmpty());
    }

    /** The body as a JSON object; an empty body is an empty object. */
    public JsonInput json() throws IOException, StubRefusal {
        byte[] bytes;
        try (InputStream in = inbound.body().open()) {
            bytes = in.readNBytes(MAX_JSON_BYTES + 1);
        }
        if (bytes.length > MAX_JSON_BYTES) {
            throw StubRefusal.of(
                    AwsError.REQUEST_ENTITY_TOO_LARGE, "The stub reads at most " + MAX_JSON_BYTES + " bytes of JSON");
        }
        if (bytes.length == 0) {
            return new JsonInput(JsonNodeFactory.instance.objectNode());
        }
        return parse(bytes)
                .filter(JsonNode::isObject)
                .map(object -> new JsonInput((ObjectNode) object))
                .orElseThrow(() -> StubRefusal.validation("The request body is not a JSON object"));
    }

    /** Any JSON value; empty for bytes that are not one. */
    public static Optional<JsonNode> parse(byte[] bytes) throws IOException {
        try {
            return Optional.of(JSON.readTree(bytes)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /** The operation's success with a JSON body. */
    public Answer answer(JsonNode body) {
        return Answer.json(resolved.operation().successStatus(), body.toString());
    }
}
