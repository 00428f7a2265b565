package io.plsim.server.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.bearer.BuiltInIssuer;
import io.plsim.server.authentication.bearer.BuiltInIssuer.KeyService;
import java.time.Duration;
import java.util.List;

/** The built-in issuer over HTTP: discovery, keys and tokens below {@code /oauth}, its misbehaviour below {@code /api}. */
final class IssuerRoutes {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A slow key set holds a thread of the console for so long. */
    private static final long MAX_DELAY_MILLIS = 30_000;

    private final BuiltInIssuer issuer;

    IssuerRoutes(BuiltInIssuer issuer) {
        this.issuer = issuer;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                new ConsoleRoute(
                        "GET",
                        "/oauth/.well-known/openid-configuration",
                        request -> ConsoleAnswers.json(200, MAPPER.valueToTree(issuer.discovery()))),
                new ConsoleRoute("GET", "/oauth/jwks", request -> keys()),
                new ConsoleRoute("POST", "/oauth/token", new TokenForm(issuer)::answer),
                new ConsoleRoute("GET", "/api/issuer", request -> state()),
                new ConsoleRoute("POST", "/api/issuer/rotate", this::rotate),
                new ConsoleRoute("PUT", "/api/issuer/jwks", this::serveKeys));
    }

    private Answer keys() {
        KeyService service = issuer.keyService();
        if (!service.up()) {
            return ConsoleAnswers.message(503, "The key set is down until PUT /api/issuer/jwks or POST /api/reset.");
        }
        try {
            Thread.sleep(service.delay().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ConsoleAnswers.message(503, "The server is stopping.");
        }
        return Answer.json(200, issuer.publicKeys().toString(true)).with("Cache-Control", "no-store");
    }

    private Answer state() {
        ObjectNode json = MAPPER.createObjectNode().put("issuer", issuer.name());
        json.set("keyIds", MAPPER.valueToTree(issuer.keyIds()));
        KeyService service = issuer.keyService();
        json.putObject("jwks")
                .put("state", service.text())
                .put("delayMillis", service.delay().toMillis());
        return ConsoleAnswers.json(200, json);
    }

    private Answer rotate(ConsoleRequest request) {
        issuer.rotateKeys(request.query("keepOld").filter("true"::equals).isPresent());
        return state();
    }

    private Answer serveKeys(ConsoleRequest request) {
        JsonNode wanted;
        try {
            wanted = MAPPER.readTree(request.body());
        } catch (JsonProcessingException malformed) {
            return wantedShape();
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
        long delay = wanted.path("delayMillis").asLong(3_000);
        switch (wanted.path("state").asText()) {
            case "up" -> issuer.serveKeys(KeyService.UP);
            case "down" -> issuer.serveKeys(KeyService.DOWN);
            case "slow" -> {
                if (delay < 1 || delay > MAX_DELAY_MILLIS) {
                    return wantedShape();
                }
                issuer.serveKeys(KeyService.slow(Duration.ofMillis(delay)));
            }
            default -> {
                return wantedShape();
            }
        }
        return state();
    }

    private static Answer wantedShape() {
        return ConsoleAnswers.message(
                400,
                "Send {\"state\": \"up\"}, {\"state\": \"down\"} or {\"state\": \"slow\", \"delayMillis\": 1 to "
                        + MAX_DELAY_MILLIS + "}.");
    }
}
