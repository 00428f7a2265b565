package io.plsim.server.forwarding.container;

import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import io.plsim.server.operation.StubToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The headers that AgentCore gives to a container, and those of its answer that reach the client. */
final class ContainerHeaders {
    static final String SESSION = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";
    static final String MCP_SESSION = "Mcp-Session-Id";

    private static final String REQUEST_ID = "X-Amzn-Bedrock-AgentCore-Runtime-Request-Id";
    /** The three names under which a container was seen to get its workload access token. */
    private static final List<String> WORKLOAD_TOKEN = List.of(
            "WorkloadAccessToken",
            "X-Amz-Bedrock-AgentCore-Identity-WAT",
            "X-Amzn-Bedrock-AgentCore-Runtime-Workload-AccessToken");

    /** Members of InvokeAgentRuntime's request and answer in the service model that are not AgentCore's own to set. */
    private static final Set<String> PASSED_ON = Set.of(
            "content-type",
            "accept",
            "mcp-protocol-version",
            "x-amzn-trace-id",
            "traceparent",
            "tracestate",
            "baggage");

    private static final Set<String> PASSED_BACK = Set.of(
            "content-type",
            "content-length",
            "mcp-session-id",
            "mcp-protocol-version",
            "x-amzn-trace-id",
            "traceparent",
            "tracestate",
            "baggage");

    private static final int MIN_SESSION = 33;
    private static final int MAX_SESSION = 256;

    private final AgentContainer container;
    private final Set<String> allowed;

    ContainerHeaders(AgentContainer container) {
        this.container = container;
        this.allowed = container.allowed();
    }

    /** The session that the client names in a header, or on a WebSocket in the query; a new one when it names none. */
    static String session(InboundRequest request, Resolved operation) {
        return request.headers()
                .first(SESSION)
                .or(() -> fromQuery(operation, SESSION))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** What is wrong with the session's id. */
    static Optional<Refusal> fault(String session) {
        if (session.length() >= MIN_SESSION && session.length() <= MAX_SESSION) {
            return Optional.empty();
        }
        String constraint = session.length() < MIN_SESSION
                ? "greater than or equal to " + MIN_SESSION
                : "less than or equal to " + MAX_SESSION;
        return Optional.of(Refusal.of(
                AwsError.VALIDATION,
                "1 validation error detected: Value at 'runtimeSessionId' failed to satisfy constraint: Member must have"
                        + " length " + constraint));
    }

    /** What reaches the container. */
    List<Header> toContainer(InboundRequest request, Resolved operation, String session) {
        List<Header> out = new ArrayList<>();
        for (Header header : request.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (PASSED_ON.contains(name) || allowed.contains(name)) {
                out.add(header);
            }
        }
        if (operation.operation().webSocket()) {
            operation.query().forEach((name, value) -> {
                if (allowed.contains(name.toLowerCase(Locale.ROOT))
                        && !request.headers().has(name)) {
                    out.add(new Header(name, value));
                }
            });
        }
        out.add(new Header(SESSION, session));
        out.add(new Header(REQUEST_ID, UUID.randomUUID().toString()));
        String token = StubToken.workloadToken(
                container.runtimeId(), UUID.randomUUID().toString().replace("-", ""));
        WORKLOAD_TOKEN.forEach(name -> out.add(new Header(name, token)));
        if (container.protocol() == AgentProtocol.MCP) {
            out.add(new Header(MCP_SESSION, mcpSession(request, session)));
        }
        return out;
    }

    /** What reaches the client of the container's answer, with the session. */
    Headers toClient(InboundRequest request, Headers answer, String session) {
        List<Header> out = new ArrayList<>();
        for (Header header : answer) {
            if (PASSED_BACK.contains(header.name().toLowerCase(Locale.ROOT))) {
                out.add(header);
            }
        }
        out.add(new Header(SESSION, session));
        Headers headers = new Headers(out);
        return container.protocol() == AgentProtocol.MCP && !headers.has(MCP_SESSION)
                ? headers.with(MCP_SESSION, mcpSession(request, session))
                : headers;
    }

    /** The platform always gives MCP a session; a client that names none is in its runtime session. */
    private static String mcpSession(InboundRequest request, String session) {
        return request.headers().first(MCP_SESSION).orElse(session);
    }

    private static Optional<String> fromQuery(Resolved operation, String name) {
        return operation.query().entrySet().stream()
                .filter(parameter ->
                        operation.operation().webSocket() && parameter.getKey().equalsIgnoreCase(name))
                .map(parameter -> parameter.getValue())
                .findFirst();
    }
}
