package io.plsim.server.forwarding.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorWriter;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An agent runtime that echoes: what it was asked, in which session, by what kind of caller. */
final class RuntimeStub {
    static final String SESSION_ID = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";
    private static final int SESSION_ID_MIN = 33;
    private static final int ECHOED = 64 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String issuer;

    RuntimeStub(String issuer) {
        this.issuer = issuer;
    }

    Answer invoke(InboundRequest request, Resolved operation, Caller caller) throws IOException {
        String session = request.headers().first(SESSION_ID).orElseGet(() -> UUID.randomUUID() + "-session");
        if (session.length() < SESSION_ID_MIN) {
            return ErrorWriter.write(Refusal.of(
                    AwsError.VALIDATION,
                    "1 validation error detected: Value at 'runtimeSessionId' failed to satisfy constraint: Member must"
                            + " have length greater than or equal to " + SESSION_ID_MIN));
        }
        ObjectNode echo = MAPPER.createObjectNode();
        echo.put("prompt", prompt(request));
        echo.put("sessionId", session);
        ObjectNode who = echo.putObject("caller");
        who.put("kind", caller.kind().text());
        who.put("arn", caller.arn().orElse(null));
        return Answer.json(200, echo.toString()).with(SESSION_ID, session);
    }

    Answer stop(InboundRequest request, Resolved operation, Caller caller) {
        String session = request.headers().first(SESSION_ID).orElse("");
        return Answer.json(200, "{}").with(SESSION_ID, session);
    }

    Answer agentCard(InboundRequest request, Resolved operation, Caller caller) {
        ObjectNode card = MAPPER.createObjectNode();
        card.put("name", operation.resourceId().orElse("agent"));
        card.put("description", "A stub of plsim");
        card.put("version", "1.0.0");
        card.put("protocolVersion", "0.3.0");
        return Answer.json(200, card.toString());
    }

    /** RFC 9728, as the real service prints it. */
    Answer metadata(InboundRequest request, Resolved operation, Caller caller) {
        String path = request.rawPath();
        int end = path.indexOf("/.well-known/");
        ObjectNode document = MAPPER.createObjectNode();
        document.putArray("authorization_servers").add(issuer);
        String region = operation.questions().get(0).resource().split(":", 6)[3];
        document.put(
                "resource",
                "https://bedrock-agentcore." + region + ".amazonaws.com" + path.substring(0, end) + "?qualifier="
                        + operation.query().getOrDefault("qualifier", "DEFAULT"));
        return Answer.json(200, document.toString());
    }

    /** The prompt of the usual JSON payload, or the payload's text as far as it is short enough to echo. */
    private static String prompt(InboundRequest request) throws IOException {
        byte[] bytes;
        try (InputStream in = request.body().open()) {
            bytes = in.readNBytes(ECHOED);
            in.transferTo(OutputStream.nullOutputStream());
        }
        try {
            JsonNode json = MAPPER.readTree(bytes);
            if (json != null && json.path("prompt").isTextual()) {
                return json.get("prompt").asText();
            }
        } catch (JsonProcessingException noJson) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
