package io.plsim.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One case of {@code lint/cases.json}: a policy, and whether a code is found in it. */
record LintCase(String code, boolean fires, JsonNode json, JsonNode base) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of(
            "with", "statements", "policy", "spaces", "version", "type", "bearerOnly", "at", "fix", "line", "column");

    static JsonNode file() {
        try (InputStream in = LintCase.class.getResourceAsStream("/lint/cases.json")) {
            return MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<LintCase> all() {
        List<LintCase> cases = new ArrayList<>();
        JsonNode file = file();
        file.get("codes").properties().forEach(code -> {
            code.getValue()
                    .get("fires")
                    .forEach(one -> cases.add(new LintCase(code.getKey(), true, one, file.get("base"))));
            code.getValue()
                    .get("silent")
                    .forEach(one -> cases.add(new LintCase(code.getKey(), false, one, file.get("base"))));
        });
        cases.forEach(one -> one.json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("a lint case has no field " + field);
            }
        }));
        return cases;
    }

    String policy() {
        if (json.has("policy")) {
            return json.get("policy").asText();
        }
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        JsonNode version = json.path("version");
        if (!version.isNull()) {
            policy.put("Version", version.asText("2012-10-17"));
        }
        ArrayNode statements = policy.putArray("Statement");
        if (json.has("statements")) {
            json.get("statements").forEach(changes -> statements.add(statement(changes)));
        } else {
            statements.add(statement(json.path("with")));
        }
        String text = policy.toPrettyString();
        return json.has("spaces") ? text + " ".repeat(json.get("spaces").asInt() - text.length()) : text;
    }

    private ObjectNode statement(JsonNode changes) {
        ObjectNode statement = base.deepCopy();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                statement.remove(change.getKey());
            } else {
                statement.set(change.getKey(), change.getValue());
            }
        });
        return statement;
    }

    PolicyType type() {
        return PolicyType.of(json.path("type").asText("endpoint")).orElseThrow();
    }

    Set<String> bearerOnly() {
        Set<String> resources = new HashSet<>();
        json.path("bearerOnly").forEach(resource -> resources.add(resource.asText()));
        return resources;
    }

    List<PolicyFinding> findings() {
        return PolicyLinter.lint(policy(), type(), bearerOnly());
    }

    String name() {
        return code + (fires ? " fires on " : " is silent on ") + json;
    }
}
