package io.plsim.server.forwarding.container;

import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.authentication.Caller;
import io.plsim.server.authentication.bearer.WebSocketToken;
import io.plsim.server.awserror.ErrorWriter;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.forwarding.Forwarded;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.forwarding.upstream.UpstreamClient;
import io.plsim.server.forwarding.upstream.UpstreamClient.Response;
import io.plsim.server.forwarding.upstream.UpstreamRequest;
import io.plsim.server.forwarding.websocket.FrameRules;
import io.plsim.server.forwarding.websocket.SocketRelay;
import io.plsim.server.forwarding.websocket.SocketRelay.NotUpgraded;
import io.plsim.server.forwarding.websocket.SocketRelay.Opened;
import io.plsim.server.forwarding.websocket.WebSocketHandshake;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Invokes one runtime's agent in a container of the developer's own, as AgentCore would. */
public final class ContainerForwarder implements Forwarder {
    private static final String INVOKE = "InvokeAgentRuntime";
    private static final String WEB_SOCKET = "InvokeAgentRuntimeWithWebSocketStream";
    private static final String AGENT_CARD = "GetAgentCard";
    private static final int SWITCHING_PROTOCOLS = 101;

    private final AgentContainer container;
    private final ContainerHeaders headers;
    private final UpstreamClient client;
    private final SocketRelay sockets;
    private final Map<String, String> paths;

    public ContainerForwarder(AgentContainer container, UpstreamClient client) {
        this.container = container;
        this.headers = new ContainerHeaders(container);
        this.client = client;
        this.sockets = new SocketRelay(client);
        this.paths = Map.of(
                INVOKE, container.protocol().path(), WEB_SOCKET, "/ws", AGENT_CARD, "/.well-known/agent-card.json");
    }

    /** Whether the container has something to say to an operation; the rest of a runtime is the platform's. */
    public boolean serves(Resolved operation) {
        return paths.containsKey(operation.operation().name());
    }

    @Override
    public String destination(Resolved operation) {
        return container.server() + path(operation);
    }

    @Override
    public CompletionStage<Forwarded> forward(InboundRequest request, Resolved operation, Caller caller)
            throws IOException {
        String session = ContainerHeaders.session(request, operation);
        boolean webSocket = operation.operation().webSocket();
        Optional<Refusal> fault = ContainerHeaders.fault(session)
                .or(() -> webSocket ? WebSocketHandshake.fault(request) : Optional.empty());
        if (fault.isPresent()) {
            return Forwarded.answered(ErrorWriter.write(fault.get()));
        }
        UpstreamRequest upstream = new UpstreamRequest(
                container.server(),
                request.method(),
                path(operation),
                headers.toContainer(request, operation, session));
        return webSocket ? connect(request, upstream, session) : invoke(request, upstream, session);
    }

    private CompletionStage<Forwarded> invoke(InboundRequest request, UpstreamRequest upstream, String session)
            throws IOException {
        if (container.protocol().jsonRpc()) {
            request.body().sha256Hex(); // Received whole, so that an error can name the message it answers.
        }
        CompletionStage<Response> sent = client.send(upstream, request);
        byte[] body = request.body().inMemory();
        return sent.handle((response, failure) ->
                failure == null ? answered(request, response, session, body) : failed(failure, body, session));
    }

    private Forwarded answered(
            InboundRequest request, Response response, String session, byte @Nullable [] requestBody) {
        if (response.status() < 200 || response.status() >= 300) {
            // Nobody gets to see this body, on AWS neither: the connection is not worth reading it.
            response.body().fail(new IOException("an answer of status " + response.status() + " is not passed on"));
            return withSession(ContainerErrors.status(container, response.status(), requestBody), session);
        }
        return new Forwarded.Answered(new Answer(
                response.status(),
                headers.toClient(request, response.headers(), session),
                new AnswerBody.Relayed(response.body())));
    }

    private CompletionStage<Forwarded> connect(InboundRequest request, UpstreamRequest upstream, String session)
            throws IOException {
        FrameRules rules =
                new FrameRules(FrameRules.RUNTIME_FRAME_BYTES, client.timeouts().request());
        return sockets.open(upstream, WebSocketHandshake.subprotocols(request), rules)
                .handle((opened, failure) ->
                        failure == null ? upgraded(request, opened, session) : failed(failure, null, session));
    }

    private Forwarded upgraded(InboundRequest request, Opened opened, String session) {
        String subprotocol =
                opened.subprotocol().or(() -> WebSocketToken.chosen(request)).orElse(null);
        return new Forwarded.Answered(new Answer(
                SWITCHING_PROTOCOLS,
                headers.toClient(request, opened.headers(), session),
                new AnswerBody.Socket(opened.frames(), subprotocol)));
    }

    private Forwarded failed(Throwable failure, byte @Nullable [] requestBody, String session) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Forwarded.Failed failed = cause instanceof NotUpgraded refused
                ? ContainerErrors.status(container, refused.status(), requestBody)
                : ContainerErrors.failure(
                        container, UpstreamClient.failureOf(failure, container.server()), requestBody);
        return withSession(failed, session);
    }

    private static Forwarded withSession(Forwarded.Failed failed, String session) {
        return new Forwarded.Failed(
                failed.answer().with(ContainerHeaders.SESSION, session), failed.reason(), failed.why());
    }

    private String path(Resolved operation) {
        return paths.getOrDefault(operation.operation().name(), "");
    }
}
