package io.plsim.server.listener;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.plsim.server.decisionlog.DecisionLog;
import io.plsim.server.decisionlog.RecordJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The open streams of decision records; they end with the server, which would wait for them otherwise. */
final class DecisionStreams implements AutoCloseable {
    private final DecisionLog log;
    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();

    DecisionStreams(DecisionLog log) {
        this.log = log;
    }

    /** Javalin's own route for events wants an Accept header that curl does not send; this one does not. */
    void open(Context context) throws IOException {
        HttpServletResponse response = context.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.flushBuffer();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        context.future(() -> closed);
        SseClient client = new SseClient(context);
        DecisionFeed feed = new DecisionFeed(
                record -> client.sendEvent("decision", RecordJson.write(record).toString(), record.id()));
        Runnable unfollow = log.follow(feed);
        Runnable end = () -> {
            unfollow.run();
            feed.close();
            closed.complete(null);
        };
        ends.add(end);
        client.onClose(() -> {
            ends.remove(end);
            end.run();
        });
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
        ends.clear();
    }
}
