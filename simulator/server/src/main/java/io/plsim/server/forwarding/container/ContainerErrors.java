package io.plsim.server.forwarding.container;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorWriter;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.forwarding.Forwarded.Failed;
import io.plsim.server.forwarding.Forwarded.Reason;
import io.plsim.server.forwarding.upstream.UpstreamFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What clients hear of a container that fails: {@code RuntimeClientError}, in the shape of the runtime's protocol. The
 * container's own body never reaches them, on AWS neither. Follows the protocol contract pages of the developer guide; the
 * texts are the ones that clients of the real service printed.
 */
final class ContainerErrors {
    private static final int MCP_CODE = -32010;
    private static final int A2A_CODE = -32055;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HEALTH =
            "Runtime health check failed or timed out. Please make sure that health check is"
                    + " implemented according to the requirements here -"
                    + " https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-service-contract.html";

    private ContainerErrors() {}

    /** The container answered, but not with a success. */
    static Failed status(AgentContainer container, int status, byte @Nullable [] requestBody) {
        String text =
                "Received error (" + status + ") from runtime. Please check your CloudWatch logs for more information.";
        return new Failed(
                write(container.protocol(), text, requestBody),
                Reason.CONTAINER_ERROR,
                "The container at " + container.server() + " answered " + status + ".");
    }

    /** The container did not answer. */
    static Failed failure(AgentContainer container, UpstreamFailure failure, byte @Nullable [] requestBody) {
        String text = switch (failure.reason()) {
            case UPSTREAM_UNREACHABLE -> HEALTH;
            case UPSTREAM_TIMEOUT -> "The runtime did not answer in time.";
            case UPSTREAM_BROKE_OFF -> "The runtime closed the connection before it answered.";
            case UPSTREAM_BAD_ANSWER, CONTAINER_ERROR -> "The runtime did not answer with valid HTTP.";
        };
        return new Failed(
                write(container.protocol(), text, requestBody), failure.reason(), "Container: " + failure.why());
    }

    private static Answer write(AgentProtocol protocol, String message, byte @Nullable [] requestBody) {
        return switch (protocol) {
            case HTTP -> ErrorWriter.write(Refusal.of(AwsError.RUNTIME_CLIENT, message));
            case MCP -> jsonRpc(200, MCP_CODE, message, requestBody);
            case A2A -> jsonRpc(AwsError.RUNTIME_CLIENT.status(), A2A_CODE, message, requestBody);
            case AGUI -> {
                ObjectNode event = JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "RUN_ERROR")
                        .put("code", "AGENT_ERROR")
                        .put("message", message);
                yield marked(Answer.of(
                        200, "text/event-stream", ("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8)));
            }
        };
    }

    private static Answer jsonRpc(int status, int code, String message, byte @Nullable [] requestBody) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        body.set("id", idOf(requestBody));
        body.putObject("error").put("code", code).put("message", message);
        return marked(Answer.json(status, body.toString()));
    }

    private static Answer marked(Answer answer) {
        return answer.with("x-amzn-ErrorType", AwsError.RUNTIME_CLIENT.type());
    }

    /** The id of the message that is answered; null when there is none to be found. */
    private static JsonNode idOf(byte @Nullable [] requestBody) {
        if (requestBody == null) {
            return NullNode.getInstance();
        }
        try (JsonParser parser = MAPPER.createParser(requestBody)) {
            JsonNode message = MAPPER.readTree(parser);
            JsonNode id = message == null ? NullNode.getInstance() : message.path("id");
            return id.isValueNode() ? id : NullNode.getInstance();
        } catch (IOException noJson) {
            return NullNode.getInstance();
        }
    }
}
