package io.plsim.server.forwarding.upstream;

import io.plsim.server.answer.AnswerBody.UpstreamBrokeOff;
import java.net.URI;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** The body of an upstream's answer; its failures say that it was the upstream that failed. */
final class UpstreamContent implements Content.Source {
    private final Content.Source source;
    private final URI server;

    UpstreamContent(Content.Source source, URI server) {
        this.source = source;
        this.server = server;
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk chunk = source.read();
        if (!Content.Chunk.isFailure(chunk)) {
            return chunk;
        }
        Throwable cause = chunk.getFailure();
        String why = UpstreamFailure.of(cause, server).why();
        return Content.Chunk.from(new UpstreamBrokeOff(why, cause), true);
    }

    @Override
    public void demand(Runnable whenThereIsMore) {
        source.demand(whenThereIsMore);
    }

    @Override
    public void fail(Throwable failure) {
        source.fail(failure);
    }

    @Override
    public long getLength() {
        return source.getLength();
    }
}
