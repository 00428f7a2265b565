package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreAsyncClient;
import software.amazon.awssdk.services.bedrockagentcore.model.BedrockAgentCoreException;
import software.amazon.awssdk.services.bedrockagentcore.model.BedrockAgentCoreRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Every operation of the SDK's client, found by reflection and called over the wire: the record names that operation and
 * the ARN that AWS documents for it, and the SDK parses the answer.
 */
class EveryOperationTest {
    private static final String THING = "thing-0123456789abcdef0123456789abcdef";
    private static final String ARN = "arn:aws:bedrock-agentcore:us-east-1:111122223333:";
    private static RunningSimulator simulator;
    private static BedrockAgentCoreAsyncClient client;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("");
        client = Callers.ALICE.asyncClient(simulator.dataPlane());
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    @TestFactory
    List<DynamicTest> everyOperationOfTheSdkIsResolvedAndItsAnswerParses() throws Exception {
        Map<String, String> documented = documentedResources();
        List<DynamicTest> tests = new ArrayList<>();
        for (Method method : BedrockAgentCoreAsyncClient.class.getMethods()) {
            if (isOperation(method)) {
                String name = modelName(method.getName());
                tests.add(dynamicTest(name, () -> {
                    call(method);
                    JsonNode record = simulator.newestRecord();
                    assertThat(record.path("operation").asText()).isEqualTo(name);
                    assertThat(record.path("outcome").asText()).isEqualTo("allowed");
                    assertThat(record.path("forwardedTo").asText()).isEqualTo("stub");
                    assertParsed(record);
                    String resource =
                            record.path("questions").get(0).path("resource").asText();
                    assertThat(resource)
                            .startsWith(Objects.requireNonNull(documented.get(name), "no documented ARN for " + name));
                    assertThat(record.path("questions").get(0).path("action").asText())
                            .isEqualTo("bedrock-agentcore:" + name);
                }));
            }
        }
        System.out.println("operations of the SDK's client: " + tests.size());
        assertThat(tests).hasSizeGreaterThanOrEqualTo(30);
        return tests;
    }

    /** The forms that take a request object, with the transformer or handler of their stream where they have one. */
    private static boolean isOperation(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length == 0 || !BedrockAgentCoreRequest.class.isAssignableFrom(parameters[0])) {
            return false;
        }
        boolean paginator = method.getName().endsWith("Paginator");
        boolean plain = parameters.length == 1;
        boolean stream = parameters.length == 2
                && (parameters[1] == AsyncResponseTransformer.class
                        || parameters[1].getSimpleName().endsWith("ResponseHandler"));
        return !paginator && (plain || stream);
    }

    private static void call(Method method) throws Exception {
        Class<?>[] parameters = method.getParameterTypes();
        Object request = request(parameters[0]);
        Object result;
        if (parameters.length == 1) {
            result = method.invoke(client, request);
        } else if (parameters[1] == AsyncResponseTransformer.class) {
            result = method.invoke(client, request, AsyncResponseTransformer.toBytes());
        } else {
            result = method.invoke(client, request, handler(parameters[1]));
        }
        try {
            ((java.util.concurrent.CompletableFuture<?>) result).join();
        } catch (java.util.concurrent.CompletionException answered) {
            // Made-up ids name nothing: that answer is parsed as well, as an exception of the service model.
            assertThat(answered.getCause()).isInstanceOf(BedrockAgentCoreException.class);
        }
    }

    private static void assertParsed(JsonNode record) {
        int status = record.path("httpStatus").asInt();
        if (status >= 300) {
            assertThat(record.path("errorType").asText()).isIn("ResourceNotFoundException", "ValidationException");
        }
    }

    private static Object handler(Class<?> type) throws Exception {
        Object builder = type.getMethod("builder").invoke(null);
        Class<?> builderType = Class.forName(type.getName() + "$Builder");
        for (Method method : builderType.getMethods()) {
            if (method.getName().equals("onEventStream")) {
                java.util.function.Consumer<software.amazon.awssdk.core.async.SdkPublisher<?>> drain =
                        publisher -> publisher.subscribe(event -> {});
                method.invoke(builder, drain);
            }
        }
        Method build = builderType.getMethod("build");
        return build.invoke(builder);
    }

    /** A request with a text in every text member, so that no label is empty and every body names its resource. */
    private static Object request(Class<?> type) throws Exception {
        Object builder = type.getMethod("builder").invoke(null);
        for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
            if (field.marshallingType() == MarshallingType.STRING) {
                field.set(builder, text(field.memberName()));
            } else if (field.memberName().equals("RegistryIds")
                    || field.memberName().equals("registryIds")) {
                field.set(builder, List.of(THING));
            } else if (field.marshallingType() == MarshallingType.SDK_BYTES) {
                field.set(builder, SdkBytes.fromUtf8String("{}"));
            } else if (field.memberName().equals("userIdentifier")) {
                field.set(
                        builder,
                        software.amazon.awssdk.services.bedrockagentcore.model.UserIdentifier.builder()
                                .userId("someone")
                                .build());
            }
        }
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private static String text(String member) {
        return switch (member) {
            case "agentRuntimeArn" -> ARN + "runtime/" + THING;
            case "paymentManagerArn" -> ARN + "payment-manager/" + THING;
            case "harnessArn" -> ARN + "harness/" + THING;
            case "accountId" -> "111122223333";
            default -> THING;
        };
    }

    private static Map<String, String> documentedResources() throws Exception {
        Map<String, String> resources = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EveryOperationTest.class.getResourceAsStream("/documented-resources.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(row -> resources.put(row[0], row[1]));
        }
        return resources;
    }

    /** The model's operation name; the SDK spells one abbreviation its own way. */
    private static String modelName(String name) {
        if (name.equals("getWorkloadAccessTokenForJwt")) {
            return "GetWorkloadAccessTokenForJWT";
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
