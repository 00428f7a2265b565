package io.plsim.server.listener;

import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.inbound.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends an answer through Jetty; a stream goes out chunk by chunk, each one on the wire before the next is made. */
final class AnswerSender {
    private AnswerSender() {}

    static void send(Answer answer, Response response, Callback callback) {
        head(answer, response);
        if (answer.body() instanceof AnswerBody.Bytes bytes) {
            response.write(true, ByteBuffer.wrap(bytes.bytes()), callback);
        } else if (answer.body() instanceof AnswerBody.Stream stream) {
            stream(stream, response, callback);
        }
    }

    private static void head(Answer answer, Response response) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        for (Header header : answer.headers()) {
            fields.add(header.name(), header.value());
        }
    }

    private static void stream(AnswerBody.Stream stream, Response response, Callback callback) {
        try {
            stream.writer()
                    .writeTo((bytes, offset, length) ->
                            Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length)));
            response.write(true, null, callback);
        } catch (IOException | RuntimeException broken) {
            // The status line is gone already: an aborted connection is the only honest end of a broken stream.
            callback.failed(broken);
        }
    }
}
