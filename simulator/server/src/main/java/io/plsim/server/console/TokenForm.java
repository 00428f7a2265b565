package io.plsim.server.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.bearer.BuiltInIssuer;
import io.plsim.server.authentication.bearer.TokenFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint's form: client_credentials without a secret, any claim as a field. A field that is there several
 * times, or whose name ends with {@code []}, makes a list; {@code fault} makes a token that must be refused.
 */
final class TokenForm {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> NOT_CLAIMS =
            Set.of("grant_type", "client_secret", "expires_in", "audience", "fault");
    private static final Set<String> TIMES = Set.of("exp", "iat", "nbf");
    private static final long HOUR = 3_600;

    /** A hundred years: beyond that, dates overflow. */
    private static final long MAX_SECONDS = 100L * 365 * 24 * HOUR;

    private final BuiltInIssuer issuer;

    TokenForm(BuiltInIssuer issuer) {
        this.issuer = issuer;
    }

    Answer answer(ConsoleRequest request) {
        Map<String, List<String>> form = request.form();
        if (!first(form, "grant_type").orElse("client_credentials").equals("client_credentials")) {
            return refused("unsupported_grant_type", "The grant_type is client_credentials.");
        }
        @Nullable TokenFault fault = null;
        if (form.containsKey("fault")) {
            fault = first(form, "fault").flatMap(TokenFault::of).orElse(null);
            if (fault == null) {
                return refused("invalid_request", "The fault is one of " + TokenFault.texts() + ".");
            }
        }
        long seconds;
        Map<String, Object> claims;
        try {
            seconds = first(form, "expires_in").map(Long::parseLong).orElse(HOUR);
            claims = claims(form);
        } catch (NumberFormatException noNumber) {
            return refused("invalid_request", "expires_in, exp, iat and nbf are numbers of seconds.");
        }
        if (Math.abs(seconds) > MAX_SECONDS) {
            return refused("invalid_request", "expires_in is at most a hundred years; negative means expired.");
        }
        return ConsoleAnswers.json(
                200,
                MAPPER.createObjectNode()
                        .put("access_token", issuer.mint(claims, Duration.ofSeconds(seconds), fault))
                        .put("token_type", "Bearer")
                        .put("expires_in", seconds));
    }

    private static Map<String, Object> claims(Map<String, List<String>> form) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("client_id", "plsim-client");
        form.forEach((field, values) -> {
            boolean list = field.endsWith("[]");
            String name = list ? field.substring(0, field.length() - 2) : field;
            if (TIMES.contains(name)) {
                claims.put(name, Long.parseLong(values.get(0)));
            } else if (!NOT_CLAIMS.contains(name)) {
                claims.put(name, !list && values.size() == 1 ? values.get(0) : values);
            }
        });
        if (form.containsKey("audience")) {
            claims.put("aud", form.get("audience"));
        }
        return claims;
    }

    private static Optional<String> first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of()).stream().findFirst();
    }

    /** RFC 6749, 5.2. */
    private static Answer refused(String error, String description) {
        return ConsoleAnswers.json(
                400,
                MAPPER.createObjectNode()
                        .put("error", error)
                        .put("error_description", description)
                        .put("message", description));
    }
}
