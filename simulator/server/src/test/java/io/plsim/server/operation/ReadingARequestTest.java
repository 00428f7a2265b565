package io.plsim.server.operation;

import static io.plsim.server.operation.SampleRequest.CATALOG;
import static io.plsim.server.operation.SampleRequest.CONTEXT;
import static io.plsim.server.operation.SampleRequest.RUNTIME;
import static io.plsim.server.operation.SampleRequest.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody;
import io.plsim.server.operation.OperationReadings.GatewayMetadata;
import io.plsim.server.operation.OperationReadings.ResourceOwner;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingARequestTest {
    private static final OperationReadings D = OperationReadings.DEFAULT;

    @Test
    void labelsAndQueryAreDecodedOnceAndTheBareIdIsNamed() throws IOException {
        Resolved resolved = resolved("POST /runtimes/" + RUNTIME + "/invocations?qualifier=a%2520b&flag", "");
        assertThat(resolved.labels())
                .isEqualTo(Map.of(
                        "agentRuntimeArn", "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1"));
        assertThat(resolved.query()).isEqualTo(Map.of("qualifier", "a%20b", "flag", ""));
        assertThat(resolved.resourceId()).contains("customAgent1");
        assertThat(resolved.judged()).isTrue();
    }

    @Test
    void theSecretsOfAPresignedRequestAreNotPrinted() throws IOException {
        Resolved resolved = resolved(
                "GET /browser-streams/b-1/sessions/s/live-view?X-Amz-Security-Token=t0ken&X-Amz-Signature=s1gn", "");
        assertThat(resolved.query()).containsEntry("X-Amz-Signature", "s1gn");
        assertThat(resolved.toString()).contains("ConnectBrowserLiveViewStream").doesNotContain("t0ken", "s1gn");
    }

    @Test
    void anInvocationsBodyIsNotTouched() throws IOException {
        InboundRequest request = SampleRequest.of(
                EndpointService.DATA_PLANE,
                "POST /runtimes/" + RUNTIME + "/invocations",
                "localhost",
                Map.of(),
                new SampleRequest.Untouchable());
        assertThat(CATALOG.resolve(request, CONTEXT)).isInstanceOf(Resolved.class);
    }

    @Test
    void everyRecordOfABatchIsAskedAboutWithItsOwnNamespace() throws IOException {
        Resolved resolved = resolved(
                "POST /memories/m-1/memoryRecords/batchCreate",
                "{\"records\":[{\"namespaces\":[\"/a\"]},{\"namespaces\":[\"/b\"]},{},{\"namespaces\":[\"/a\"]}]}");
        assertThat(resolved.questions())
                .extracting(Question::contextKeys)
                .containsExactly(
                        Map.of("bedrock-agentcore:namespace", List.of("/a")),
                        Map.of("bedrock-agentcore:namespace", List.of("/b")),
                        Map.of());
    }

    @Test
    void aBatchWithoutRecordsIsStillAskedAbout() throws IOException {
        assertThat(resolved("POST /memories/m-1/memoryRecords/batchUpdate", "").questions())
                .hasSize(1);
    }

    @Test
    void aTokenThatIsNoJwtFillsNoClaimKeys() throws IOException {
        for (String token : List.of("opaque", "a.b.c", "..", "a.e30.c", "a.W10.c", "a.MQ.c")) {
            Resolved resolved = resolved(
                    "POST /identities/GetWorkloadAccessTokenForJWT",
                    "{\"workloadName\":\"w\",\"userToken\":\"" + token + "\"}");
            assertThat(resolved.questions())
                    .singleElement()
                    .satisfies(question -> assertThat(question.contextKeys()).isEmpty());
        }
    }

    @Test
    void aSessionUriOfAnotherKindIsAskedAboutAsTheUnknownIdentity() throws IOException {
        Resolved resolved = resolved("POST /identities/CompleteResourceTokenAuth", "{\"sessionUri\":\"urn:any\"}");
        assertThat(resolved.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.resource()).endsWith("/workload-identity/unknown"));
    }

    @Test
    void aNameInsideAStubTokenCannotAddToTheArn() {
        assertThat(StubToken.workloadName(StubToken.workloadToken("my-workload", "r")))
                .contains("my-workload");
        assertThat(StubToken.workloadName(StubToken.sessionUri("my-workload", "r")))
                .contains("my-workload");
        assertThat(StubToken.workloadName(StubToken.workloadToken("a/b", "r"))).isEmpty();
        assertThat(StubToken.workloadName(StubToken.workloadToken("*", "r"))).isEmpty();
        assertThat(StubToken.workloadName("plsim-wat.!!!.r")).isEmpty();
        assertThat(StubToken.workloadName("plsim-wat.bXk")).isEmpty();
    }

    @Test
    void aBareIdBelongsToTheConfiguredAccountUnlessTheCallersIsChosen() throws IOException {
        InboundRequest request = SampleRequest.dataPlane("POST /memories/m-1/actors", "");
        ResolutionContext callers = withReadings(new OperationReadings(
                        D.runtimeResources(),
                        D.identityResources(),
                        D.browserStreams(),
                        D.sessionStart(),
                        ResourceOwner.CALLERS_ACCOUNT,
                        D.gatewayMetadata()))
                .forCaller("444455556666");
        assertThat(resource(request, CONTEXT.forCaller("444455556666"))).contains(":111122223333:");
        assertThat(resource(request, callers)).contains(":444455556666:");
        assertThat(resource(request, callers.forCaller(null))).contains(":111122223333:");
    }

    @Test
    void gatewayMetadataThatIsNotJudgedHasNoQuestionsAndSaysSo() throws IOException {
        ResolutionContext notJudged = withReadings(new OperationReadings(
                D.runtimeResources(),
                D.identityResources(),
                D.browserStreams(),
                D.sessionStart(),
                D.resourceOwner(),
                GatewayMetadata.NOT_JUDGED));
        InboundRequest metadata = SampleRequest.of(
                EndpointService.GATEWAY,
                "GET /.well-known/oauth-protected-resource",
                "tools.gateway.localhost",
                Map.of(),
                new SampleRequest.Untouchable());
        Resolved resolved = (Resolved) CATALOG.resolve(metadata, notJudged);
        assertThat(resolved.judged()).isFalse();
        assertThat(resolved.questions()).isEmpty();
        assertThat(resolved.resourceId()).contains("tools");
    }

    @Test
    void aBodyThatCannotBeReceivedIsTheListenersBusiness() {
        RequestBody broken = new RequestBody() {
            @Override
            public String sha256Hex() throws IOException {
                throw new BodyTooLargeException(1);
            }

            @Override
            public InputStream open() {
                return InputStream.nullInputStream();
            }
        };
        InboundRequest request = SampleRequest.of(
                EndpointService.DATA_PLANE, "POST /memories/m-1/events", "localhost", Map.of(), broken);
        assertThatThrownBy(() -> CATALOG.resolve(request, CONTEXT))
                .isInstanceOf(RequestBody.BodyTooLargeException.class);
    }

    @Test
    void aRegionSaysItsPartition() {
        assertThat(ResolutionContext.partitionOf("us-east-1")).isEqualTo("aws");
        assertThat(ResolutionContext.partitionOf("us-gov-west-1")).isEqualTo("aws-us-gov");
        assertThat(ResolutionContext.partitionOf("cn-north-1")).isEqualTo("aws-cn");
    }

    private static ResolutionContext withReadings(OperationReadings readings) {
        return new ResolutionContext("aws", "us-east-1", "111122223333", null, "my-gateway-0123456789", readings);
    }

    private static String resource(InboundRequest request, ResolutionContext context) throws IOException {
        return ((Resolved) CATALOG.resolve(request, context)).questions().get(0).resource();
    }
}
