package io.plsim.server.configuration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the configuration file; YAML contains JSON, so one reader serves both. */
public final class ConfigurationFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
            .build();

    private ConfigurationFile() {}

    /** An empty configuration: everything default. */
    public static Configuration empty() {
        try {
            return MAPPER.readValue("{}", Configuration.class);
        } catch (IOException impossible) {
            throw new IllegalStateException("an empty object is a configuration", impossible);
        }
    }

    /**
     * Reads a file, if there is one, and puts keys in place of its own that were given elsewhere.
     *
     * @throws InvalidConfigurationException naming the file, the place and the fix
     */
    public static Configuration read(@Nullable Path file, ObjectNode overrides) throws InvalidConfigurationException {
        try {
            String text = file == null ? "{}" : Files.readString(file);
            // First the file alone: what is wrong in it is told with its place there.
            Configuration alone = parse(text, String.valueOf(file));
            if (overrides.isEmpty()) {
                return alone;
            }
            ObjectNode merged = MAPPER.readTree(text) instanceof ObjectNode object ? object : MAPPER.createObjectNode();
            // A list is not a sum: one that was given elsewhere takes the place of the file's.
            overrides.properties().forEach(given -> {
                if (given.getValue().isArray()) {
                    merged.remove(given.getKey());
                }
            });
            // Deep: a variable that stands for one key of an object leaves the file's other keys in it.
            MAPPER.readerForUpdating(merged).readValue(overrides);
            return MAPPER.treeToValue(merged, Configuration.class);
        } catch (IOException unreadable) {
            throw new InvalidConfigurationException(
                    "The configuration file " + file + " cannot be read; check that it exists and is text.");
        }
    }

    /** Reads configuration text; {@code name} stands for the file in messages. */
    public static Configuration parse(String text, String name) throws InvalidConfigurationException {
        try {
            if (text.isBlank()) {
                return empty();
            }
            return Objects.requireNonNullElseGet(MAPPER.readValue(text, Configuration.class), ConfigurationFile::empty);
        } catch (UnrecognizedPropertyException unknown) {
            throw new InvalidConfigurationException(unknownKey(unknown, name));
        } catch (JsonMappingException wrong) {
            throw new InvalidConfigurationException("%s: the value of \"%s\" at %s does not fit; see the configuration"
                            .formatted(name, path(wrong), at(wrong))
                    + " section of the README.");
        } catch (JsonProcessingException malformed) {
            throw new InvalidConfigurationException(
                    "%s: not readable as YAML or JSON at %s.".formatted(name, at(malformed)));
        }
    }

    /** Reads a list of principals; nothing of it is in a message but the names of its keys. */
    static ArrayNode principals(String text, String source) throws InvalidConfigurationException {
        try {
            if (MAPPER.readTree(text) instanceof ArrayNode list) {
                ObjectNode file = MAPPER.createObjectNode();
                file.set("principals", list);
                parse(file.toString(), source);
                return list;
            }
        } catch (JsonProcessingException malformed) {
            throw new InvalidConfigurationException(
                    "%s: not readable as YAML or JSON at %s.".formatted(source, at(malformed)));
        }
        throw new InvalidConfigurationException(source + " must be a list, like principals in the configuration file.");
    }

    private static String unknownKey(UnrecognizedPropertyException unknown, String name) {
        String nearest = NearestName.of(
                        unknown.getPropertyName(),
                        unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .toList())
                .orElse("");
        return "%s: unknown key \"%s\" at %s; did you mean \"%s\"?"
                .formatted(name, path(unknown), at(unknown), nearest);
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String at(JsonProcessingException wrong) {
        // The parser has read one token ahead of the place that its exception names.
        JsonLocation at =
                wrong.getProcessor() instanceof JsonParser parser ? parser.currentTokenLocation() : wrong.getLocation();
        return at == null ? "an unknown place" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
