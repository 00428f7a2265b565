package io.plsim.policy.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.policy.reference.KnownAction.Plane;
import io.plsim.policy.reference.KnownConditionKey.Presence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * AgentCore's actions, resource types and condition keys, read from {@code agentcore.json} beside this class; the file
 * names its sources and their date.
 */
public final class AgentCoreReference {
    /** The service prefix of every AgentCore action. */
    public static final String PREFIX = "bedrock-agentcore";

    private final Map<String, KnownAction> actions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, KnownResourceType> resourceTypes = new TreeMap<>();
    private final Map<String, KnownConditionKey> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private AgentCoreReference(JsonNode json) {
        json.path("actions").properties().forEach(entry -> {
            JsonNode action = entry.getValue();
            Plane plane = Plane.valueOf(action.path("plane").asText().toUpperCase(Locale.ROOT));
            actions.put(
                    entry.getKey(),
                    new KnownAction(
                            entry.getKey(),
                            plane,
                            texts(action.path("resources")),
                            action.path("star").asBoolean(false)));
        });
        json.path("resourceTypes")
                .properties()
                .forEach(entry -> resourceTypes.put(
                        entry.getKey(),
                        new KnownResourceType(
                                entry.getKey(),
                                entry.getValue().path("resource").asText(),
                                entry.getValue().path("system").asBoolean(false))));
        json.path("conditionKeys").properties().forEach(entry -> {
            JsonNode key = entry.getValue();
            keys.put(
                    withoutPlaceholder(entry.getKey()),
                    new KnownConditionKey(
                            entry.getKey(),
                            key.path("type").asText(),
                            key.path("multivalued").asBoolean(false),
                            Presence.valueOf(key.path("presence").asText().toUpperCase(Locale.ROOT)),
                            texts(key.path("actions")),
                            key.path("why").isTextual() ? key.path("why").asText() : null));
        });
    }

    /** The reference that this version of the engine ships. */
    public static AgentCoreReference load() {
        try (InputStream in = AgentCoreReference.class.getResourceAsStream("agentcore.json")) {
            if (in == null) {
                throw new IllegalStateException("agentcore.json is missing beside " + AgentCoreReference.class);
            }
            return new AgentCoreReference(new ObjectMapper().readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("agentcore.json beside AgentCoreReference is unreadable", unreadable);
        }
    }

    /** The action of that name, without prefix and without regard to case. */
    public Optional<KnownAction> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    public Collection<KnownAction> actions() {
        return Collections.unmodifiableCollection(actions.values());
    }

    public Collection<KnownResourceType> resourceTypes() {
        return Collections.unmodifiableCollection(resourceTypes.values());
    }

    /** The names of all condition keys; those of tags and the like without their placeholder. */
    public List<String> conditionKeyNames() {
        return new ArrayList<>(keys.keySet());
    }

    /** The condition key of that name, without regard to case; {@code aws:ResourceTag/team} is a tag key. */
    public Optional<KnownConditionKey> conditionKey(String name) {
        KnownConditionKey whole = keys.get(name);
        if (whole != null && !whole.name().endsWith("}")) {
            return Optional.of(whole);
        }
        int slash = name.indexOf('/');
        return slash < 0 || slash == name.length() - 1
                ? Optional.empty()
                : Optional.ofNullable(keys.get(name.substring(0, slash + 1)));
    }

    private static String withoutPlaceholder(String name) {
        int placeholder = name.indexOf("${");
        return placeholder < 0 ? name : name.substring(0, placeholder);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
