package io.plsim.server.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plsim.policy.document.Readings;
import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.bearer.BuiltInIssuer;
import io.plsim.server.configuration.ConfigurationSchema;
import io.plsim.server.decisionlog.DecisionLog;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.forwarding.stub.StubForwarder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every route of the console's port but the stream of decisions, which the listener serves itself. */
public final class ConsoleApi {
    private final List<VpcEndpoint> endpoints;
    private final DecisionLog log;
    private final BuiltInIssuer issuer;
    private final StubForwarder stubs;
    private final List<ConsoleRoute> routes = new ArrayList<>();

    /** How clients reach the endpoints, asked when the ports are open. */
    public record Reach(
            Function<VpcEndpoint, String> url, Function<VpcEndpoint, String> tlsUrl, Supplier<String> authorityPem) {}

    public ConsoleApi(
            List<VpcEndpoint> endpoints,
            Reach reach,
            DecisionLog log,
            BuiltInIssuer issuer,
            Readings readings,
            Set<String> bearerOnly,
            StubForwarder stubs) {
        this.endpoints = endpoints;
        this.log = log;
        this.issuer = issuer;
        this.stubs = stubs;
        Metrics metrics = new Metrics(log);
        routes.add(new ConsoleRoute("GET", "/health", request -> status("up")));
        routes.add(new ConsoleRoute("GET", "/ready", request -> status("ready")));
        routes.add(new ConsoleRoute("POST", "/api/reset", this::reset));
        routes.add(new ConsoleRoute("GET", "/metrics", request -> metrics.answer()));
        routes.add(new ConsoleRoute("GET", "/openapi.json", request -> openApi()));
        routes.add(new ConsoleRoute(
                "GET",
                "/config.schema.json",
                request -> Answer.of(200, "application/schema+json", ConfigurationSchema.bytes())));
        routes.add(new ConsoleRoute(
                "GET",
                "/certs/ca.pem",
                request -> Answer.of(
                        200,
                        "application/x-pem-file",
                        reach.authorityPem().get().getBytes(StandardCharsets.US_ASCII))));
        routes.addAll(new EndpointRoutes(endpoints, reach).routes());
        routes.addAll(new DecisionRoutes(log).routes());
        routes.addAll(new EvaluateRoutes(readings, bearerOnly).routes());
        routes.addAll(new IssuerRoutes(issuer).routes());
        routes.addAll(new ScriptedRoutes(stubs.scripted()).routes());
    }

    public List<ConsoleRoute> routes() {
        return List.copyOf(routes);
    }

    private static Answer status(String status) {
        return ConsoleAnswers.json(200, JsonNodeFactory.instance.objectNode().put("status", status));
    }

    private Answer reset(ConsoleRequest request) {
        log.clear();
        stubs.reset();
        issuer.reset();
        if (request.query("policies").filter("true"::equals).isPresent()) {
            endpoints.forEach(VpcEndpoint::reset);
        }
        return ConsoleAnswers.json(200, JsonNodeFactory.instance.objectNode());
    }

    private static Answer openApi() {
        try (InputStream in = ConsoleApi.class.getResourceAsStream("openapi.json")) {
            return Answer.of(
                    200,
                    "application/json",
                    Objects.requireNonNull(in, "openapi.json is part of the product")
                            .readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
