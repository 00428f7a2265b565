package io.plsim.server.operation;

import static io.plsim.server.operation.SampleRequest.CATALOG;
import static io.plsim.server.operation.SampleRequest.CONTEXT;
import static io.plsim.server.operation.SampleRequest.RUNTIME;
import static io.plsim.server.operation.SampleRequest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.operation.Resolution.NotModelled;
import io.plsim.server.operation.Resolution.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnresolvableRequestsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "POST /memories/mem-1/event              | CreateEvent",
                "GET /memories/mem-1/memoryRecords/r     | GetMemoryRecord",
                "PATCH /ab-tests/ab-1                    | DeleteABTest",
                "POST /runtimes/arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1/invocations | InvokeAgentRuntime",
                "POST /runtimes//invocations             | InvokeAgentRuntime",
                "POST /memories/mem-1/events/            | CreateEvent",
                "GET /mcp                                | InvokeGateway",
                "GET /                                   | nothing",
                "GET /.well-known/oauth-protected-resource | GatewayProtectedResourceMetadata",
                "post /memories/mem-1/events             | CreateEvent",
                "OPTIONS *                               | nothing",
                "POST /token                             | nothing"
            })
    void anUnknownPathOrMethodIsAnUnknownOperation(String request, String nearest) throws IOException {
        NotModelled refused = refused(request, "");
        assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_OPERATION);
        assertThat(refused.operation()).isNull();
        assertThat(refused.nearest()).isEqualTo(nearest);
        assertThat(refused.refusal().error()).isEqualTo(AwsError.UNKNOWN_OPERATION);
        assertThat(refused.refusal().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST /memories/create, CreateMemory",
        "POST /memories/, ListMemories",
        "POST /memories, ListMemories",
        "PUT /runtimes/, CreateAgentRuntime",
        "DELETE /gateways/g-1/targets/t-1/, DeleteGatewayTarget",
        "POST /identities/CreateWorkloadIdentity, CreateWorkloadIdentity",
        "PUT /resourcepolicy/arn%3Aaws, PutResourcePolicy",
        "GET /browsers/aws.browser.v1, GetBrowser"
    })
    void aControlPlaneOperationIsAnUnknownOperationWhoseRecordNamesIt(String request, String operation)
            throws IOException {
        NotModelled refused = refused(request, "");
        assertThat(refused.reason()).isEqualTo(Reason.CONTROL_PLANE_OPERATION);
        assertThat(refused.operation()).isEqualTo(operation);
        assertThat(refused.refusal().error()).isEqualTo(AwsError.UNKNOWN_OPERATION);
    }

    @Test
    void noControlPlaneOperationIsShadowed() throws IOException {
        JsonNode file = new JsonMapper().readTree(getClass().getResourceAsStream("control-plane.json"));
        assertThat(file.path("operations").size()).isEqualTo(136);
        for (Map.Entry<String, JsonNode> entry : file.path("operations").properties()) {
            String request = entry.getValue().textValue().replace("{", "").replace("}", "");
            assertThat(refused(request, "").operation()).as(request).isEqualTo(entry.getKey());
        }
    }

    @Test
    void aKnownButUndocumentedRequestIsNotModelled() throws IOException {
        NotModelled refused = refused("GET /.well-known/oauth-protected-resource/registry/reg-1/mcp", "");
        assertThat(refused.reason()).isEqualTo(Reason.NOT_MODELLED);
        assertThat(refused.operation()).isEqualTo("RegistryProtectedResourceMetadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /memories/mem-1/events", "PUT /runtimes/", "POST /runtimes/" + "x/invocations/now"})
    void aGatewayEndpointKnowsGatewayOperationsOnly(String request) throws IOException {
        Resolution resolution = CATALOG.resolve(
                SampleRequest.of(
                        EndpointService.GATEWAY, request, "localhost", Map.of(), new SampleRequest.Untouchable()),
                CONTEXT);
        assertThat(((NotModelled) resolution).reason()).isEqualTo(Reason.UNKNOWN_OPERATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /runtimes/customAgent1/invocations",
                "POST /runtimes/customAgent1/invocations?accountId=123",
                "POST /runtimes/" + RUNTIME + "/invocations?accountId=444455556666",
                "POST /runtimes/" + RUNTIME + "%2Fruntime-endpoint%2FDEFAULT/invocations",
                "POST /runtimes/arn%253Aaws/invocations?accountId=111122223333",
                "POST /runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Amemory%2Fm/invocations",
                "POST /runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A%3Aruntime%2Fa/invocations",
                "POST /runtimes/arn%3Aaws%3Abedrock%3Aus-east-1%3A111122223333%3Aruntime%2Fa/invocations",
                "POST /runtimes/arn%3Aevil%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2Fa/invocations",
                "POST /runtimes/arn%3Aaws%3A%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2Fa/invocations",
                "POST /runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2F/invocations",
                "POST /runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2F*/invocations",
                "POST /runtimes/" + RUNTIME + "/invocations?qualifier=a&qualifier=b",
                "POST /runtimes/" + RUNTIME + "/invocations?qualifier=a+b",
                "POST /runtimes/" + RUNTIME + "/invocations?qualifier=%zz",
                "POST /runtimes/" + RUNTIME + "/invocations?qualifier=%4",
                "POST /runtimes/" + RUNTIME + "/invocations?qualifier=%C0%AF",
                "POST /runtimes/a%00b/invocations?accountId=111122223333",
                "POST /harnesses/invoke",
                "POST /harnesses/invoke?harnessArn=h-1",
                "GET /browsers/a%2Fb/sessions/get",
                "GET /browsers/%2e%2e/sessions/get",
                "GET /ab-tests/%ff",
                "GET /ab-tests/%-1",
                "GET /ab-tests/caf\u00e9",
                "DELETE /memories/mem-1/actor/%2E/sessions/s/events/e"
            })
    void aRequestLineThatCannotBeReadInOneWayOnlyIsMalformed(String request) throws IOException {
        assertMalformed(refused(request, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST /identities/GetWorkloadAccessToken | ",
                "POST /identities/GetWorkloadAccessToken | {",
                "POST /identities/GetWorkloadAccessToken | []",
                "POST /identities/GetWorkloadAccessToken | {\"workloadName\":7}",
                "POST /identities/GetWorkloadAccessToken | {\"workloadName\":{\"a\":1}}",
                "POST /identities/GetWorkloadAccessToken | {\"workloadName\":null}",
                "POST /identities/GetWorkloadAccessToken | {\"workloadName\":\"a\",\"workloadName\":\"b\"}",
                "POST /identities/GetWorkloadAccessToken | {\"workloadName\":\"a/../b\"}",
                "POST /identities/GetWorkloadAccessToken | {\"workloadName\":\"a\"} {}",
                "POST /identities/api-key                | {}",
                "POST /payments/processPayment           | {\"paymentManagerArn\":\"pm-1\"}",
                "POST /payments/processPayment           | {\"paymentManagerArn\":\"arn:aws:bedrock-agentcore:us-east-1:111122223333:gateway/g\"}",
                "POST /registry-records/search           | {\"registryIds\":[]}",
                "POST /registry-records/search           | {\"registryIds\":[\"reg-1\",\"arn:x\"]}",
                "PUT /browser-profiles/p-1/save          | {}",
                "PUT /browsers/b-1/sessions/start        | {\"profileConfiguration\":{}}",
                "PUT /browsers/b-1/sessions/start        | {\"profileConfiguration\":\"p\"}",
                "POST /memories/m-1/memoryRecords/batchCreate | {\"records\":[{\"namespaces\":[\"/a\",\"/b\"]}]}",
                "POST /memories/m-1/events               | {\"extractionConfig\":{\"namespaceVariables\":{\"team\":\"a\",\"TEAM\":\"b\"}}}"
            })
    void aBodyThatDoesNotSayWhatIsAskedAboutIsMalformed(String request, String body) throws IOException {
        assertMalformed(refused(request, body == null ? "" : body));
    }

    @Test
    void aMessageToTheClientNeverRepeatsAValue() throws IOException {
        NotModelled refused = refused("POST /payments/processPayment", "{\"paymentManagerArn\":\"s3cr3t\"}");
        assertThat(refused.refusal().message()).isEqualTo("paymentManagerArn is not a valid ARN");
    }

    /** No entry of today's catalogue can get there; one that is added tomorrow must not be allowed by default. */
    @Test
    void anEntryThatAsksNothingRefusesItsRequests() throws IOException {
        Operation silent = new Operation(
                "Silent", "Memory", 200, Operation.ResourceKind.OTHER, Operation.CredentialRule.SIGV4_OR_BEARER);
        CatalogEntry entry = new CatalogEntry(silent, List.of(), new BodyShape(), null);
        Resolution resolution =
                entry.resolve(SampleRequest.dataPlane("GET /silent", ""), List.of(), List.of(), CONTEXT);
        assertMalformed((NotModelled) resolution);
    }

    private static void assertMalformed(NotModelled refused) {
        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED_REQUEST);
        assertThat(refused.operation()).isNotNull();
        assertThat(refused.refusal().error()).isEqualTo(AwsError.VALIDATION);
        assertThat(refused.refusal().status()).isEqualTo(400);
    }
}
