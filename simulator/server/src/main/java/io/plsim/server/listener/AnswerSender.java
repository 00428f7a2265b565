package io.plsim.server.listener;

import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.answer.Ended;
import io.plsim.server.answer.Reply;
import io.plsim.server.inbound.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends one answer through Jetty; of a stream every chunk is on the wire before the next one is made or asked for. */
final class AnswerSender implements Reply {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final OpenSockets sockets;

    AnswerSender(Request request, Response response, Callback callback, OpenSockets sockets) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.sockets = sockets;
    }

    @Override
    public void send(Answer answer, Ending ending) {
        if (answer.body() instanceof AnswerBody.Bytes bytes) {
            head(answer, response);
            response.write(true, ByteBuffer.wrap(bytes.bytes()), new EndingCallback(callback, ending));
        } else if (answer.body() instanceof AnswerBody.Stream stream) {
            head(answer, response);
            stream(stream, new EndingCallback(callback, ending));
        } else if (answer.body() instanceof AnswerBody.Relayed relayed) {
            head(answer, response);
            Content.copy(relayed.source(), response, new EndingCallback(callback, ending));
        } else if (answer.body() instanceof AnswerBody.Socket socket) {
            head(answer, response);
            sockets.open(socket, request, response, callback, ending);
        }
    }

    @Override
    public void abort(Throwable cause) {
        callback.failed(cause);
    }

    private static void head(Answer answer, Response response) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        for (Header header : answer.headers()) {
            fields.add(header.name(), header.value());
        }
    }

    private void stream(AnswerBody.Stream stream, Callback end) {
        try {
            stream.writer()
                    .writeTo((bytes, offset, length) ->
                            Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length)));
            response.write(true, null, end);
        } catch (IOException | RuntimeException broken) {
            // The status line is gone already: an aborted connection is the only honest end of a broken stream.
            end.failed(broken);
        }
    }

    /** Tells the ending first, so that a client which has seen the end finds the completed record. */
    private static final class EndingCallback extends Callback.Nested {
        private final Ending ending;

        private EndingCallback(Callback callback, Ending ending) {
            super(callback);
            this.ending = ending;
        }

        @Override
        public void succeeded() {
            ending.ended(Ended.COMPLETE);
            super.succeeded();
        }

        @Override
        public void failed(Throwable broken) {
            ending.ended(
                    broken instanceof AnswerBody.UpstreamBrokeOff
                            ? new Ended(Ended.How.UPSTREAM_BROKE_OFF, broken.getMessage())
                            : new Ended(Ended.How.CLIENT_GONE, "The client went away before the end of its answer."));
            super.failed(broken);
        }
    }
}
