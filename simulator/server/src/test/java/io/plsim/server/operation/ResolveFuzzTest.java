package io.plsim.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Reason;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whatever arrives, resolving ends in questions about well-formed ARNs or in a refusal; nothing is thrown. An input is
 * readable: service, method, path, query and Host one a line, then the body.
 */
class ResolveFuzzTest {
    private static final int LINES = 5;

    @FuzzTest(maxDuration = "30s")
    void resolvingIsTotal(byte[] input) throws IOException {
        String padded = new String(input, StandardCharsets.ISO_8859_1) + "\n".repeat(LINES);
        String[] parts = padded.split("\n", LINES + 1);
        InboundRequest request = new InboundRequest(
                parts[0].equals("gateway") ? EndpointService.GATEWAY : EndpointService.DATA_PLANE,
                parts[1],
                parts[2],
                parts[3],
                new Headers(List.of(new Header("Host", parts[4]))),
                "127.0.0.1",
                new SampleRequest.Text(parts[5].getBytes(StandardCharsets.ISO_8859_1)));
        Resolution resolution = SampleRequest.CATALOG.resolve(request, SampleRequest.CONTEXT);
        if (resolution instanceof Resolved resolved) {
            assertThat(resolved.questions()).isNotEmpty().allSatisfy(question -> {
                assertThat(question.action()).startsWith("bedrock-agentcore:");
                assertThat(question.resource())
                        .matches("\\*|arn:aws[a-z-]*:bedrock-agentcore:[A-Za-z0-9-]*:[a-z0-9]*:[A-Za-z0-9._/-]+");
            });
        } else if (resolution instanceof Resolution.NotModelled refused) {
            assertThat(refused.refusal().status()).isEqualTo(refused.reason() == Reason.MALFORMED_REQUEST ? 400 : 404);
        }
    }
}
