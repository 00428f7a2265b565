package io.plsim.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.request.Principal;
import java.nio.charset.StandardCharsets;

/** Any text is a policy that decides and explains alike, or is refused with findings that say where. */
class PolicyReaderFuzzTest {
    private static final AuthorizationRequest REQUEST = new AuthorizationRequest(
            new Principal.IamUser("aws", "111122223333", "/", "alice"),
            "bedrock-agentcore:InvokeAgentRuntime",
            "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/r1",
            ContextKeys.builder().put("aws:username", "alice").put("k", "v").build());

    @FuzzTest(maxDuration = "5m")
    void readingIsTotal(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (PolicyType type : PolicyType.values()) {
            try {
                decides(PolicyReader.read(text, type));
            } catch (InvalidPolicyException refused) {
                assertThat(refused.findings()).isNotEmpty().allSatisfy(finding -> {
                    assertThat(finding.line()).isPositive();
                    assertThat(finding.column()).isPositive();
                    assertThat(finding.message()).isNotBlank();
                });
            }
        }
    }

    private static void decides(PolicyDocument document) {
        PolicyEvaluator policy = PolicyEvaluator.compile(document, Readings.DEFAULT);
        Explanation explanation = policy.explain(REQUEST);
        assertThat(explanation.decision()).isEqualTo(policy.decide(REQUEST));
        assertThat(explanation.statements().stream()
                        .filter(StatementFinding::matches)
                        .map(finding -> finding.statement().index()))
                .containsAll(explanation.decision().decidedBy());
    }
}
