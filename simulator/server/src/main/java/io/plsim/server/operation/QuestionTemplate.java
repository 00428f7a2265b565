package io.plsim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question of an operation before its values are known.
 *
 * @param action with its prefix
 * @param type the resource type; null asks on {@code *}
 * @param id names the resource
 * @param name names the part after the id, such as a runtime endpoint
 * @param when when it is asked
 * @param each a list in the body: the question is asked for every element, and once without when there is none
 * @param context the service's own condition keys; a key that ends in <code>{name}</code> is filled once for each member
 */
record QuestionTemplate(
        String action,
        @Nullable ResourceType type,
        @Nullable ValueSource id,
        @Nullable ValueSource name,
        Trigger when,
        @Nullable ValueSource each,
        Map<String, ValueSource> context) {
    private static final String MEMBER = "{name}";

    /** A question and the bare id of what it asks about; the id is null where it asks on {@code *}. */
    record Asked(Question question, @Nullable String resourceId) {}

    /** The questions of one request; none when the trigger does not hold. */
    List<Asked> ask(RequestValues values, ResolutionContext resolution) throws MalformedRequestException {
        if (!when.holds(values, resolution.readings())) {
            return List.of();
        }
        if (each == null) {
            return List.of(one(values, resolution));
        }
        List<JsonNode> elements = each.nodes(values);
        if (elements.isEmpty()) {
            return List.of(one(values.within(MissingNode.getInstance()), resolution));
        }
        List<Asked> asked = new ArrayList<>(elements.size());
        for (JsonNode element : elements) {
            asked.add(one(values.within(element), resolution));
        }
        return asked;
    }

    /** Adds every pointer into the body that this question looks at. */
    void addTo(BodyShape shape) {
        List<ValueSource> sources = new ArrayList<>(when.sources());
        sources.addAll(context.values());
        if (id != null) {
            sources.add(id);
        }
        if (name != null) {
            sources.add(name);
        }
        for (ValueSource source : sources) {
            String inBody = source.bodyPointer();
            String inElement = source.elementPointer();
            if (inBody != null) {
                shape.add(inBody);
            } else if (inElement != null && each != null) {
                shape.add(each.bodyPointer() + inElement);
            }
        }
        for (Map.Entry<String, ValueSource> entry : context.entrySet()) {
            if (entry.getKey().endsWith(MEMBER)) {
                shape.add(entry.getValue().bodyPointer() + "/*");
            }
        }
    }

    private Asked one(RequestValues values, ResolutionContext resolution) throws MalformedRequestException {
        Map<String, List<String>> keys = contextKeys(values);
        if (type == null) {
            return new Asked(new Question(action, "*", keys), null);
        }
        ResourceType.Named named = type.named(id, name, values, resolution);
        return new Asked(new Question(action, named.arn(), keys), named.id());
    }

    private Map<String, List<String>> contextKeys(RequestValues values) throws MalformedRequestException {
        if (context.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (Map.Entry<String, ValueSource> entry : context.entrySet()) {
            String key = entry.getKey();
            if (key.endsWith(MEMBER)) {
                addMembers(keys, key.substring(0, key.length() - MEMBER.length()), entry.getValue(), values);
            } else {
                List<String> all = entry.getValue().readAll(values);
                if (!all.isEmpty()) {
                    keys.put(key, all);
                }
            }
        }
        return keys;
    }

    private static void addMembers(
            Map<String, List<String>> keys, String prefix, ValueSource source, RequestValues values)
            throws MalformedRequestException {
        for (JsonNode object : source.nodes(values)) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                // Key names are compared without regard to case: "team" and "TEAM" together would hide one another.
                String name = member.getKey();
                if (!member.getValue().isTextual() || !name.equals(name.toLowerCase(Locale.ROOT))) {
                    throw new MalformedRequestException(
                            "Every member of '" + source.place() + "' must have a lower-case name and be a string");
                }
                keys.put(prefix + name, List.of(member.getValue().textValue()));
            }
        }
    }
}
