package io.plsim.benchmarks;

import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.request.Principal.AssumedRoleSession;
import io.plsim.policy.request.PrincipalKeys;
import java.util.Optional;

/**
 * An endpoint policy as teams write them: each statement lets one role do four things with one family of runtimes from one
 * endpoint. Forty-nine of them fill the 20,480 characters that AWS allows.
 */
final class SamplePolicy {
    static final String ENDPOINT = "vpce-0a1b2c3d4e5f60718";
    private static final String STATEMENT = """
            {"Effect":"Allow",\
            "Principal":{"AWS":"arn:aws:iam::111122223333:role/agent-runner-%1$02d"},\
            "Action":["bedrock-agentcore:InvokeAgentRuntime","bedrock-agentcore:StopRuntimeSession",\
            "bedrock-agentcore:GetAgentCard","bedrock-agentcore:InvokeAgentRuntimeCommand"],\
            "Resource":"arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/team%1$02d*",\
            "Condition":{"StringEquals":{"aws:SourceVpce":"vpce-0a1b2c3d4e5f60718"}}}""";

    private SamplePolicy() {}

    static PolicyEvaluator of(int statements) {
        return compile(text(statements));
    }

    static String text(int statements) {
        StringBuilder text = new StringBuilder("{\"Version\": \"2012-10-17\", \"Statement\": [");
        for (int i = 0; i < statements; i++) {
            text.append(i == 0 ? "" : ",").append(STATEMENT.formatted(i));
        }
        return text.append("]}").toString();
    }

    static PolicyEvaluator compile(String text) {
        try {
            return PolicyEvaluator.compile(PolicyReader.read(text, PolicyType.ENDPOINT), Readings.DEFAULT);
        } catch (InvalidPolicyException mistyped) {
            throw new IllegalStateException(mistyped);
        }
    }

    static String roleArn(int team) {
        return "arn:aws:iam::111122223333:role/agent-runner-%02d".formatted(team);
    }

    static AssumedRoleSession session(int team) {
        return new AssumedRoleSession(
                "aws", "111122223333", "agent-runner-%02d".formatted(team), "session-1", Optional.of(roleArn(team)));
    }

    static String runtime(int team) {
        return "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/team%02d-assistant-Ab12Cd34Ef".formatted(team);
    }

    /** The question that one team's statement allows, with the keys that an endpoint adds to every request. */
    static AuthorizationRequest question(int team) {
        return question(session(team), runtime(team));
    }

    static AuthorizationRequest question(AssumedRoleSession session, String runtime) {
        ContextKeys keys = ContextKeys.builder()
                .put("aws:SourceVpce", ENDPOINT)
                .put("aws:SourceVpc", "vpc-0fedcba9876543210")
                .put("aws:VpcSourceIp", "10.0.0.25")
                .put("aws:RequestedRegion", "us-east-1")
                .put("aws:SecureTransport", "true")
                .put("aws:ViaAWSService", "false")
                .put("aws:CurrentTime", "2026-11-23T12:00:00Z")
                .put("aws:EpochTime", "1795435200")
                .put("aws:UserAgent", "aws-sdk-java/2.40.3 ua/2.1 os/Linux lang/java#17")
                .put("aws:ResourceAccount", "111122223333")
                .build();
        return new AuthorizationRequest(
                session,
                "bedrock-agentcore:InvokeAgentRuntime",
                runtime,
                PrincipalKeys.complete(keys, session, Readings.DEFAULT.oauthPrincipalKeys()));
    }
}
