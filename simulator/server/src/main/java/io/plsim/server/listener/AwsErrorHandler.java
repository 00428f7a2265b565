package io.plsim.server.listener;

import io.plsim.server.RequestPipeline;
import io.plsim.server.answer.Answer;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorWriter;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.console.ConsoleAnswers;
import io.plsim.server.enforcement.VpcEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty itself refuses: in AWS's words on an endpoint port, with a record like every other request. */
final class AwsErrorHandler extends ErrorHandler {
    private final Ports ports;
    private final RequestPipeline pipeline;
    private final OpenSockets sockets;

    AwsErrorHandler(Ports ports, RequestPipeline pipeline, OpenSockets sockets) {
        this.ports = ports;
        this.pipeline = pipeline;
        this.sockets = sockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Refusal refusal = refusal(response.getStatus());
        VpcEndpoint endpoint = ports.endpointOf(request);
        if (endpoint == null) {
            Answer answer = ConsoleAnswers.message(response.getStatus(), refusal.message());
            new AnswerSender(request, response, callback, sockets).send(answer, how -> {});
            return true;
        }
        if (request.getAttribute(EndpointHandler.RECORDED) != null) {
            new AnswerSender(request, response, callback, sockets).send(ErrorWriter.write(refusal), how -> {});
            return true;
        }
        SpooledBody unread = new SpooledBody(InputStream::nullInputStream, 0);
        pipeline.refuse(
                endpoint,
                EndpointHandler.inbound(endpoint, request, unread),
                refusal,
                new AnswerSender(request, response, callback, sockets));
        return true;
    }

    private static Refusal refusal(int status) {
        if (status == HttpStatus.PAYLOAD_TOO_LARGE_413) {
            return Refusal.of(AwsError.REQUEST_ENTITY_TOO_LARGE, "The request body is too large.");
        }
        if (status == HttpStatus.REQUEST_TIMEOUT_408) {
            return Refusal.of(AwsError.REQUEST_TIMEOUT, "The request did not arrive in time.");
        }
        if (status >= 400 && status < 500 || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
            return Refusal.of(AwsError.MALFORMED_HTTP_REQUEST, "The HTTP request is malformed: " + reason(status))
                    .withStatus(status);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            return Refusal.of(AwsError.SERVICE_UNAVAILABLE, "The endpoint is stopping.");
        }
        return Refusal.of(AwsError.INTERNAL_FAILURE, "The simulator failed; its standard error says why.");
    }

    private static String reason(int status) {
        return HttpStatus.getMessage(status).toLowerCase(Locale.ROOT) + ".";
    }
}
