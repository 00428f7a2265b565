package io.plsim.server.forwarding.agentcore;

import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorWriter;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.forwarding.Forwarded;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.forwarding.upstream.UpstreamClient;
import io.plsim.server.forwarding.upstream.UpstreamFailure;
import io.plsim.server.forwarding.upstream.UpstreamRequest;
import io.plsim.server.forwarding.websocket.FrameRules;
import io.plsim.server.forwarding.websocket.SocketRelay;
import io.plsim.server.forwarding.websocket.SocketRelay.NotUpgraded;
import io.plsim.server.forwarding.websocket.WebSocketHandshake;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hands requests on to the real AgentCore, or to what takes its place, and its answers back. */
public final class AgentCoreForwarder implements Forwarder {
    private static final String HOST = "Host";
    /** Headers of this simulator: an upstream's own (it may be a simulator too) must not stand beside them. */
    private static final String OURS = "x-plsim-";

    private static final int SWITCHING_PROTOCOLS = 101;

    private final ForwardingMode mode;
    private final AgentCoreAddress address;
    private final @Nullable Resigner resigner;
    private final UpstreamClient client;
    private final SocketRelay sockets;

    /**
     * A forwarder to one AgentCore.
     *
     * @param resigner only for {@link ForwardingMode#RESIGN}
     */
    public AgentCoreForwarder(
            ForwardingMode mode, AgentCoreAddress address, @Nullable Resigner resigner, UpstreamClient client) {
        this.mode = mode;
        this.address = address;
        this.resigner = resigner;
        this.client = client;
        this.sockets = new SocketRelay(client);
    }

    @Override
    public String destination(Resolved operation) {
        return address.server(operation).toString();
    }

    @Override
    public CompletionStage<Forwarded> forward(InboundRequest request, Resolved operation, Caller caller)
            throws IOException {
        UpstreamRequest upstream = upstream(request, operation, caller);
        return operation.operation().webSocket() ? connect(request, upstream) : send(request, upstream);
    }

    private UpstreamRequest upstream(InboundRequest request, Resolved operation, Caller caller) throws IOException {
        URI server = address.server(operation);
        List<Header> headers = UpstreamRequest.endToEnd(request.headers());
        if (mode != ForwardingMode.PASSTHROUGH) {
            headers.removeIf(header -> header.name().equalsIgnoreCase(HOST));
            headers.add(new Header(
                    HOST, mode == ForwardingMode.RESIGN ? address.host(operation) : server.getRawAuthority()));
        }
        UpstreamRequest upstream =
                new UpstreamRequest(server, request.method(), UpstreamRequest.target(request), headers);
        return mode == ForwardingMode.RESIGN && caller.kind() == Caller.Kind.SIGV4
                ? Objects.requireNonNull(resigner, "this mode has a signer").sign(upstream, request)
                : upstream;
    }

    private CompletionStage<Forwarded> send(InboundRequest request, UpstreamRequest upstream) throws IOException {
        return client.send(upstream, request)
                .handle((response, failure) -> failure == null
                        ? new Forwarded.Answered(new Answer(
                                response.status(), theirs(response.headers()), new AnswerBody.Relayed(response.body())))
                        : failed(failure, upstream.server()));
    }

    private CompletionStage<Forwarded> connect(InboundRequest request, UpstreamRequest upstream) throws IOException {
        Optional<Refusal> fault = WebSocketHandshake.fault(request);
        if (fault.isPresent()) {
            return Forwarded.answered(ErrorWriter.write(fault.get()));
        }
        FrameRules rules =
                new FrameRules(FrameRules.STREAM_FRAME_BYTES, client.timeouts().request());
        return sockets.open(upstream, WebSocketHandshake.everySubprotocol(request), rules)
                .handle((opened, failure) -> failure == null
                        ? new Forwarded.Answered(new Answer(
                                SWITCHING_PROTOCOLS,
                                theirs(opened.headers()),
                                new AnswerBody.Socket(
                                        opened.frames(), opened.subprotocol().orElse(null))))
                        : failed(failure, upstream.server()));
    }

    private static Forwarded failed(Throwable failure, URI server) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof NotUpgraded refused) {
            return new Forwarded.Answered(
                    new Answer(refused.status(), theirs(refused.headers()), new AnswerBody.Bytes(refused.body())));
        }
        UpstreamFailure why = UpstreamClient.failureOf(failure, server);
        return new Forwarded.Failed(
                ErrorWriter.write(Refusal.of(AwsError.SERVICE_UNAVAILABLE, why.why())), why.reason(), why.why());
    }

    private static Headers theirs(Headers answer) {
        List<Header> kept = new ArrayList<>(answer.lines());
        kept.removeIf(header -> header.name().toLowerCase(Locale.ROOT).startsWith(OURS));
        return new Headers(kept);
    }
}
