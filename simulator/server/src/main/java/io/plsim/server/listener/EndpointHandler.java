package io.plsim.server.listener;

import io.plsim.server.RequestPipeline;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.answer.Reply;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Takes every request of an endpoint port before Javalin sees it, WebSocket handshakes too; the console's port falls
 * through to Javalin. So nothing of the console can be reached through an endpoint port, and nothing skips a stage.
 */
final class EndpointHandler extends Handler.Wrapper {
    /** A request attribute: its decision record is written, a second one would be one too many. */
    static final String RECORDED = "io.plsim.recorded";

    private final Ports ports;
    private final RequestPipeline pipeline;
    private final OpenSockets sockets;

    EndpointHandler(Ports ports, RequestPipeline pipeline, OpenSockets sockets) {
        this.ports = ports;
        this.pipeline = pipeline;
        this.sockets = sockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        VpcEndpoint endpoint = ports.endpointOf(request);
        if (endpoint == null) {
            return super.handle(request, response, callback);
        }
        try (SpooledBody body = new SpooledBody(() -> Request.asInputStream(request), MessageForm.BODY_LIMIT)) {
            UsableConnection connection = new UsableConnection(callback, request, body);
            Reply reply = new OnlyReply(request, connection, new AnswerSender(request, response, connection, sockets));
            Refusal misdirected = ports.misdirected(request);
            Refusal fault = misdirected == null ? MessageForm.fault(request) : misdirected;
            if (fault != null) {
                response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
                connection.give();
                pipeline.refuse(endpoint, inbound(endpoint, request, body), fault, reply);
                return true;
            }
            pipeline.serve(endpoint, inbound(endpoint, request, body), reply);
        }
        return true;
    }

    /** Marks the request as recorded: should Jetty fail after this, there is not a second record. */
    private record OnlyReply(Request request, UsableConnection connection, Reply reply) implements Reply {
        @Override
        public void send(Answer answer, Ending ending) {
            request.setAttribute(RECORDED, true);
            if (!(answer.body() instanceof AnswerBody.Bytes)) {
                // Whoever makes such an answer may still be reading the body.
                connection.give();
            }
            reply.send(answer, ending);
        }

        @Override
        public void abort(Throwable cause) {
            reply.abort(cause);
        }
    }

    static InboundRequest inbound(VpcEndpoint endpoint, Request request, SpooledBody body) {
        List<Header> lines = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            lines.add(new Header(field.getName(), valueOf(field)));
        }
        HttpURI uri = request.getHttpURI();
        return new InboundRequest(
                endpoint.service(),
                request.getMethod(),
                uri.getPath() == null ? "" : uri.getPath(),
                uri.getQuery(),
                new Headers(lines),
                Request.getRemoteAddr(request),
                body);
    }

    private static String valueOf(HttpField field) {
        @Nullable String value = field.getValue();
        return value == null ? "" : value;
    }
}
