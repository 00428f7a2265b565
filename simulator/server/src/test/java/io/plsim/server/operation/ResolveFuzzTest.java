package io.plsim.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.util.List;

/** Whatever arrives, resolving ends in questions about well-formed ARNs or in a refusal; nothing is thrown. */
class ResolveFuzzTest {
    private static final List<String> PATHS = List.of(
            "/memories/m-1/events",
            "/memories/m-1/memoryRecords/batchCreate",
            "/identities/GetWorkloadAccessTokenForJWT",
            "/identities/CompleteResourceTokenAuth",
            "/registry-records/search",
            "/registry/reg-1/mcp",
            "/payments/processPayment");

    @FuzzTest(maxDuration = "30s")
    void resolvingIsTotal(FuzzedDataProvider data) throws IOException {
        InboundRequest request = new InboundRequest(
                data.pickValue(EndpointService.values()),
                data.pickValue(List.of("GET", "POST", "PUT", "DELETE", "")),
                data.consumeBoolean() ? data.pickValue(PATHS) : data.consumeString(200),
                data.consumeBoolean() ? null : data.consumeString(100),
                new Headers(List.of(new Header("Host", data.consumeString(60)))),
                "127.0.0.1",
                new SampleRequest.Text(data.consumeRemainingAsBytes()));
        Resolution resolution = SampleRequest.CATALOG.resolve(request, SampleRequest.CONTEXT);
        if (resolution instanceof Resolved resolved) {
            assertThat(resolved.questions()).isNotEmpty().allSatisfy(question -> {
                assertThat(question.action()).startsWith("bedrock-agentcore:");
                assertThat(question.resource())
                        .matches("\\*|arn:aws[a-z-]*:bedrock-agentcore:[A-Za-z0-9-]*:[a-z0-9]*:[A-Za-z0-9._/-]+");
            });
        }
    }
}
