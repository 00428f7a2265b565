package io.plsim.server.enforcement;

import io.plsim.policy.document.Readings;
import io.plsim.policy.request.Principal;
import io.plsim.server.authentication.Caller;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody;
import io.plsim.server.operation.Question;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The endpoint, callers and requests of these tests. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00.789Z");
    static final Caller ALICE = new Caller(
            Caller.Kind.SIGV4,
            new Principal.IamUser("aws", "111122223333", "/", "alice"),
            Map.of("aws:PrincipalTag/team", List.of("blue")));
    static final Caller OAUTH = new Caller(Caller.Kind.OAUTH, new Principal.OAuthCaller(), Map.of());
    static final String RUNTIME = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1";

    private Sample() {}

    static VpcEndpoint endpoint() {
        return new VpcEndpoint(
                "vpce-0a1b2c3d4e5f60718",
                EndpointService.DATA_PLANE,
                "us-east-1",
                "vpc-0fedcba9876543210",
                false,
                Readings.DEFAULT);
    }

    static Question question(String action, String resource) {
        return new Question("bedrock-agentcore:" + action, resource, Map.of());
    }

    static InboundRequest request(Header... headers) {
        return new InboundRequest(
                EndpointService.DATA_PLANE,
                "POST",
                "/",
                null,
                new Headers(Arrays.asList(headers)),
                "10.0.0.25",
                new NoBody());
    }

    private static final class NoBody implements RequestBody {
        @Override
        public String sha256Hex() {
            return "";
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }
}
