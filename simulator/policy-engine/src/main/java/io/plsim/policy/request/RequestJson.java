package io.plsim.policy.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.document.Readings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the request part of evaluation requests and case files; unknown fields fail. */
public final class RequestJson {
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
                PrincipalKeys.complete(context, principal, readings.oauthPrincipalKeys()));
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
            throw new MalformedRequestException(
                    "\"principal\" must be an object: {\"arn\": ...}, {\"service\": ...}, {\"oauth\": true} or"
                            + " {\"anonymous\": true}");
        }
        onlyFields(json, "\"principal\"", List.of("arn", "roleArn", "service", "oauth", "anonymous"));
        if (json.path("oauth").asBoolean(false)) {
            return new Principal.OAuthCaller();
        }
        if (json.path("anonymous").asBoolean(false)) {
            return new Principal.AnonymousCaller();
        }
        if (json.path("service").isTextual()) {
            return new Principal.ServicePrincipal(json.get("service").asText());
        }
        Optional<String> roleArn = json.path("roleArn").isTextual()
                ? Optional.of(json.get("roleArn").asText())
                : Optional.empty();
        return Principals.fromArn(text(json, "arn"), roleArn);
    }

    private static ContextKeys context(JsonNode json) throws MalformedRequestException {
        if (!json.isObject()) {
            throw new MalformedRequestException("\"context\" must be an object of context keys");
        }
        ContextKeys.Builder keys = ContextKeys.builder();
        for (Map.Entry<String, JsonNode> key : json.properties()) {
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
        if (value.isTextual() || value.isNumber() || value.isBoolean()) {
            return value.asText();
        }
        throw new MalformedRequestException(
                "the context key \"" + key + "\" must hold strings, numbers, booleans or a list of them");
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
