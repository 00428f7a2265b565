package io.plsim.server.listener;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.console.ConsoleAnswers;
import io.plsim.server.console.ConsoleRequest;
import io.plsim.server.console.ConsoleRoute;
import io.plsim.server.inbound.Header;
import java.util.List;
import java.util.Map;

/** Puts the console's routes into Javalin. */
final class ConsoleRoutes {
    private static final int MAX_BODY = 1 << 20;

    private ConsoleRoutes() {}

    static void register(JavalinConfig config, List<ConsoleRoute> routes, DecisionStreams streams, OriginGuard guard) {
        config.http.maxRequestSize = MAX_BODY;
        config.routes.before(context -> guard.refusal(
                        context.req().getMethod(), context.header("Host"), context.header("Origin"))
                .ifPresent(message -> {
                    write(context, ConsoleAnswers.message(403, message));
                    context.skipRemainingHandlers();
                }));
        // Before the routes: the first match serves, and "stream" would pass for a decision's id.
        config.routes.get("/api/decisions/stream", streams::open);
        for (ConsoleRoute route : routes) {
            HandlerType method = HandlerType.findOrCreate(route.method());
            config.routes.addEndpoint(Endpoint.create(method, route.path()).handler(context -> handle(route, context)));
        }
        config.routes.error(404, context -> {
            if (context.result() == null
                    || context.result().isEmpty()
                    || !context.result().startsWith("{")) {
                write(context, ConsoleAnswers.message(404, "The console has no such page."));
            }
        });
    }

    private static void handle(ConsoleRoute route, Context context) {
        boolean form = route.path().equals("/oauth/token");
        ConsoleRequest request = new ConsoleRequest(
                context.pathParamMap(),
                context.queryParamMap(),
                form ? context.formParamMap() : Map.of(),
                form ? new byte[0] : context.bodyAsBytes());
        write(context, route.handler().handle(request));
    }

    private static void write(Context context, Answer answer) {
        context.status(answer.status());
        for (Header header : answer.headers()) {
            context.header(header.name(), header.value());
        }
        if (answer.body() instanceof AnswerBody.Bytes bytes) {
            context.result(bytes.bytes());
        }
    }
}
