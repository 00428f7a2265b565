package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreAsyncClient;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeCodeInterpreterRequest;
import software.amazon.awssdk.services.bedrockagentcore.model.InvokeCodeInterpreterResponseHandler;

/** Each policy of the AWS page, attached to a running endpoint: who passes and who does not. */
class PagePoliciesTest {
    private static final String RUNTIME = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/";
    private static final String EXECUTE =
            "{\"name\":\"executeCode\",\"arguments\":{\"language\":\"python\",\"code\":\"1 + 1\"}}";
    private static RunningSimulator simulator;
    private static String token;
    /** Closing a Netty client takes seconds, so each caller keeps one. */
    private static final Map<Callers, BedrockAgentCoreAsyncClient> ASYNC = new EnumMap<>(Callers.class);

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("");
        token = simulator.token("");
    }

    @AfterAll
    static void stop() {
        ASYNC.values().forEach(BedrockAgentCoreAsyncClient::close);
        simulator.close();
    }

    /** Columns: alice, bob, the role session, mallory, an OAuth caller, an unsigned caller; y passes, n does not. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "default-full-access,           runtime,     customAgent1,              y, y, y, y, y, n",
        "runtime-specific-principals,   runtime,     customAgent1,              y, n, n, n, n, n",
        "runtime-specific-principals,   runtime,     customAgent2,              n, n, n, n, n, n",
        "runtime-mixed-iam-and-oauth,   runtime,     customAgent1,              y, y, y, n, n, n",
        "runtime-mixed-iam-and-oauth,   runtime,     customAgent2,              y, y, y, y, y, n",
        "code-interpreter,              interpreter, myInterpreter-0123456789,  y, y, y, n, n, n",
        "code-interpreter,              interpreter, other-0123456789,          n, n, n, n, n, n",
        "memory-data-plane-operations,  event,       agentMemory-0123456789,    y, y, y, n, n, n",
        "memory-data-plane-operations,  actors,      agentMemory-0123456789,    y, y, y, n, n, n",
        "memory-data-plane-operations,  event,       otherMemory-0123456789,    n, n, n, n, n, n",
        "memory-all-memories,           event,       otherMemory-0123456789,    y, y, y, n, n, n",
        "memory-create-event-only,      event,       agentMemory-0123456789,    y, y, y, n, n, n",
        "memory-create-event-only,      actors,      agentMemory-0123456789,    n, n, n, n, n, n",
        "gateway,                       gateway,     my-gateway-0123456789,     y, y, y, y, y, n",
        "gateway,                       runtime,     customAgent1,              n, n, n, n, n, n",
        "identity,                      identity,    my-agent,                  y, y, y, y, y, n",
        "identity,                      identity,    other-agent,               n, n, n, n, n, n",
    })
    void thePolicyAdmitsExactlyWhomThePageSays(
            String policy,
            String operation,
            String resource,
            String alice,
            String bob,
            String session,
            String mallory,
            String oauth,
            String unsigned)
            throws Exception {
        simulator.attachExample(policy);
        List<String> signed = List.of(alice, bob, session, mallory);
        for (Callers caller : Callers.values()) {
            String expected = signed.get(caller.ordinal());
            assertThat(signed(caller, operation, resource))
                    .as(caller + " synchronous")
                    .isEqualTo(expected);
            if (operation.equals("runtime")) {
                assertThat(asynchronous(caller, resource))
                        .as(caller + " asynchronous")
                        .isEqualTo(expected);
            }
        }
        assertThat(plain("Bearer " + token, operation, resource))
                .as("an OAuth caller")
                .isEqualTo(oauth);
        assertThat(plain("", operation, resource)).as("an unsigned caller").isEqualTo(unsigned);
    }

    private static String signed(Callers caller, String operation, String resource) throws Exception {
        if (operation.equals("gateway")) {
            return verdict(
                    SignedHttp.post(simulator.gateway(), "/mcp", ping(), caller).statusCode());
        }
        if (operation.equals("interpreter")) {
            return interpreter(caller, resource);
        }
        try (BedrockAgentCoreClient client = caller.client(simulator.dataPlane())) {
            switch (operation) {
                case "runtime" -> {
                    String answer = client.invokeAgentRuntimeAsBytes(
                                    request -> request.agentRuntimeArn(RUNTIME + resource)
                                            .payload(SdkBytes.fromUtf8String("{\"prompt\": \"hello\"}")))
                            .asUtf8String();
                    assertThat(answer).contains("\"prompt\":\"hello\"").contains("\"kind\":\"sigv4\"");
                }
                case "event" ->
                    assertThat(client.createEvent(request -> request.memoryId(resource)
                                            .actorId("actor")
                                            .sessionId("session")
                                            .eventTimestamp(java.time.Instant.EPOCH)
                                            .payload(List.of()))
                                    .event()
                                    .memoryId())
                            .isEqualTo(resource);
                case "actors" -> client.listActors(request -> request.memoryId(resource));
                case "identity" ->
                    assertThat(client.getWorkloadAccessToken(request -> request.workloadName(resource))
                                    .workloadAccessToken())
                            .isNotEmpty();
                default -> throw new IllegalArgumentException(operation);
            }
            return "y";
        } catch (AwsServiceException denied) {
            assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            assertThat(denied.awsErrorDetails().errorMessage())
                    .contains(" because no VPC endpoint policy allows the bedrock-agentcore:");
            return "n";
        }
    }

    private static String asynchronous(Callers caller, String resource) {
        try {
            async(caller)
                    .invokeAgentRuntime(
                            request ->
                                    request.agentRuntimeArn(RUNTIME + resource).payload(SdkBytes.fromUtf8String("{}")),
                            software.amazon.awssdk.core.async.AsyncResponseTransformer.toBytes())
                    .join();
            return "y";
        } catch (CompletionException denied) {
            assertThat(denied.getCause()).isInstanceOf(AwsServiceException.class);
            return "n";
        }
    }

    private static BedrockAgentCoreAsyncClient async(Callers caller) {
        return ASYNC.computeIfAbsent(caller, one -> one.asyncClient(simulator.dataPlane()));
    }

    private static String interpreter(Callers caller, String resource) {
        try {
            async(caller)
                    .invokeCodeInterpreter(
                            InvokeCodeInterpreterRequest.builder()
                                    .codeInterpreterIdentifier(resource)
                                    .name("executeCode")
                                    .arguments(arguments ->
                                            arguments.language("python").code("1 + 1"))
                                    .build(),
                            InvokeCodeInterpreterResponseHandler.builder()
                                    .subscriber(event -> {})
                                    .build())
                    .join();
            return "y";
        } catch (CompletionException denied) {
            assertThat(denied.getCause()).hasMessageContaining("no VPC endpoint policy allows");
            return "n";
        }
    }

    private static String plain(String authorization, String operation, String resource) throws Exception {
        URI endpoint = operation.equals("gateway") ? simulator.gateway() : simulator.dataPlane();
        HttpResponse<String> answer = switch (operation) {
            case "gateway" -> simulator.plain(endpoint, "POST", "/mcp", authorization, ping());
            case "runtime" ->
                simulator.plain(
                        endpoint,
                        "POST",
                        "/runtimes/" + resource + "/invocations?accountId=111122223333",
                        authorization,
                        "{}");
            case "interpreter" ->
                simulator.plain(
                        endpoint, "POST", "/code-interpreters/" + resource + "/tools/invoke", authorization, EXECUTE);
            case "event" ->
                simulator.plain(
                        endpoint,
                        "POST",
                        "/memories/" + resource + "/events",
                        authorization,
                        "{\"actorId\":\"a\",\"sessionId\":\"s\",\"payload\":[]}");
            case "actors" ->
                simulator.plain(endpoint, "POST", "/memories/" + resource + "/actors", authorization, "{}");
            default ->
                simulator.plain(
                        endpoint,
                        "POST",
                        "/identities/GetWorkloadAccessToken",
                        authorization,
                        "{\"workloadName\":\"" + resource + "\"}");
        };
        assertThat(simulator.recordOf(answer).path("caller").path("kind").asText())
                .isEqualTo(authorization.isEmpty() ? "anonymous" : "oauth");
        return verdict(answer.statusCode());
    }

    private static String verdict(int status) {
        assertThat(status).isIn(200, 403);
        return status == 200 ? "y" : "n";
    }

    private static String ping() {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    }
}
