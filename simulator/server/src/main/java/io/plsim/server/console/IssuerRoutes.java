package io.plsim.server.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.bearer.BuiltInIssuer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The built-in issuer over HTTP: discovery, keys, and tokens with any claim. */
final class IssuerRoutes {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> NOT_CLAIMS = Set.of("grant_type", "client_secret", "expires_in", "audience");

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
                new ConsoleRoute(
                        "GET",
                        "/oauth/jwks",
                        request -> Answer.json(200, issuer.publicKeys().toString(true))),
                new ConsoleRoute("POST", "/oauth/token", this::token));
    }

    private Answer token(ConsoleRequest request) {
        if (!first(request, "grant_type", "client_credentials").equals("client_credentials")) {
            return ConsoleAnswers.json(400, MAPPER.createObjectNode().put("error", "unsupported_grant_type"));
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("client_id", first(request, "client_id", "plsim-client"));
        request.form().forEach((name, values) -> {
            if (!NOT_CLAIMS.contains(name)) {
                claims.put(name, values.size() == 1 ? values.get(0) : values);
            }
        });
        if (request.form().containsKey("audience")) {
            claims.put("aud", request.form().get("audience"));
        }
        @Nullable Duration life = null;
        try {
            if (request.form().containsKey("expires_in")) {
                life = Duration.ofSeconds(Long.parseLong(first(request, "expires_in", "")));
            }
        } catch (NumberFormatException noNumber) {
            return ConsoleAnswers.message(400, "expires_in must be a number of seconds; negative means expired.");
        }
        long seconds = life == null ? 3600 : life.toSeconds();
        return ConsoleAnswers.json(
                200,
                MAPPER.createObjectNode()
                        .put("access_token", issuer.mint(claims, life, null))
                        .put("token_type", "Bearer")
                        .put("expires_in", seconds));
    }

    private static String first(ConsoleRequest request, String field, String otherwise) {
        return request.form().getOrDefault(field, List.of(otherwise)).get(0);
    }
}
