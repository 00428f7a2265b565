package io.plsim.policy.request;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plsim.policy.document.Readings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the request part of evaluation requests and case files; unknown fields fail. */
public final class RequestJson {
    /** Reads JSON with its numbers as they are written: {@code 2.50} stays {@code 2.50}, and no digit is lost. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String KINDS =
            "{\"arn\": ...}, {\"service\": ...}, {\"oauth\": true} or {\"anonymous\": true}";
    private static final int MOST_DIGITS = 1_000;

    private RequestJson() {}

    /**
     * Reads {@code {"principal", "action", "resource", "context"}}.
     *
     * @throws MalformedRequestException naming the field that is missing, unknown or wrong
     */
    public static AuthorizationRequest read(JsonNode json, Readings readings) throws MalformedRequestException {
        if (!json.isObject()) {
            throw new MalformedRequestException("the request must be a JSON object");
        }
        onlyFields(json, "the request", List.of("principal", "action", "resource", "context"));
        if (!json.has("principal")) {
            throw new MalformedRequestException("the request has no \"principal\"");
        }
        Principal principal = principal(json.get("principal"));
        ContextKeys context = json.has("context") ? context(json.get("context")) : ContextKeys.NONE;
        return new AuthorizationRequest(
                principal,
                text(json, "action"),
                text(json, "resource"),
                PrincipalKeys.complete(context, principal, readings.oauthPrincipalKeys()),
                flag(json.get("principal"), "permissionsBoundary"));
    }

    /** The principal of the command line: an ARN, {@code oauth} or {@code anonymous}. */
    public static Principal principal(String text) throws MalformedRequestException {
        return switch (text) {
            case "oauth" -> new Principal.OAuthCaller();
            case "anonymous" -> new Principal.AnonymousCaller();
            default -> Principals.fromArn(text, Optional.empty());
        };
    }

    private static Principal principal(JsonNode json) throws MalformedRequestException {
        if (!json.isObject()) {
            throw new MalformedRequestException("\"principal\" must be an object: " + KINDS);
        }
        onlyFields(
                json,
                "\"principal\"",
                List.of("arn", "roleArn", "permissionsBoundary", "service", "oauth", "anonymous"));
        boolean oauth = flag(json, "oauth");
        boolean anonymous = flag(json, "anonymous");
        int kinds = (json.has("arn") ? 1 : 0) + (json.has("service") ? 1 : 0) + (oauth || anonymous ? 1 : 0);
        if (kinds != 1) {
            throw new MalformedRequestException("\"principal\" must be one of " + KINDS);
        }
        if (!json.has("arn") && (json.has("roleArn") || json.has("permissionsBoundary"))) {
            throw new MalformedRequestException("\"roleArn\" and \"permissionsBoundary\" go with an \"arn\"");
        }
        if (oauth) {
            return new Principal.OAuthCaller();
        }
        if (anonymous) {
            return new Principal.AnonymousCaller();
        }
        if (json.has("service")) {
            return new Principal.ServicePrincipal(text(json, "service"));
        }
        Optional<String> roleArn = json.has("roleArn") ? Optional.of(text(json, "roleArn")) : Optional.empty();
        return Principals.fromArn(text(json, "arn"), roleArn);
    }

    private static boolean flag(JsonNode json, String field) throws MalformedRequestException {
        if (json.has(field) && !json.get(field).isBoolean()) {
            throw new MalformedRequestException("\"" + field + "\" must be true or false");
        }
        return json.path(field).asBoolean(false);
    }

    private static ContextKeys context(JsonNode json) throws MalformedRequestException {
        if (!json.isObject()) {
            throw new MalformedRequestException("\"context\" must be an object of context keys");
        }
        ContextKeys.Builder keys = ContextKeys.builder();
        for (Map.Entry<String, JsonNode> key : json.properties()) {
            if (keys.has(key.getKey())) {
                throw new MalformedRequestException(
                        "the context key \"" + key.getKey() + "\" is given twice (case does not matter)");
            }
            List<String> values = new ArrayList<>();
            if (key.getValue().isArray()) {
                for (JsonNode value : key.getValue()) {
                    values.add(scalar(key.getKey(), value));
                }
            } else {
                values.add(scalar(key.getKey(), key.getValue()));
            }
            keys.put(key.getKey(), values);
        }
        return keys.build();
    }

    private static String scalar(String key, JsonNode value) throws MalformedRequestException {
        if (value.isNumber()) {
            return number(key, value);
        }
        if (value.isTextual() || value.isBoolean()) {
            return value.asText();
        }
        throw new MalformedRequestException(
                "the context key \"" + key + "\" must hold strings, numbers, booleans or a list of them");
    }

    /** The number in plain digits: {@code 1e2} is 100 to every operator. */
    private static String number(String key, JsonNode value) throws MalformedRequestException {
        boolean finite = !value.isFloatingPointNumber() || value.isBigDecimal() || Double.isFinite(value.doubleValue());
        BigDecimal number = finite ? value.decimalValue() : BigDecimal.ZERO;
        if (!finite || Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS) {
            throw new MalformedRequestException(
                    "the context key \"" + key + "\" holds a number of more than " + MOST_DIGITS + " digits; quote it");
        }
        return number.toPlainString();
    }

    private static String text(JsonNode json, String field) throws MalformedRequestException {
        JsonNode value = json.get(field);
        if (value == null || !value.isTextual() || value.asText().isEmpty()) {
            throw new MalformedRequestException("\"" + field + "\" must be a text");
        }
        return value.asText();
    }

    private static void onlyFields(JsonNode json, String what, List<String> known) throws MalformedRequestException {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new MalformedRequestException(what + " has no field \"" + name + "\"; it has " + known);
            }
        }
    }
}
