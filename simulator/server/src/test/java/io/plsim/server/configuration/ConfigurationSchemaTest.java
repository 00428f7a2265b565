package io.plsim.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and the record say the same, key by key; what the documentation shows fits the schema. */
class ConfigurationSchemaTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String TEXT = new String(ConfigurationSchema.bytes(), StandardCharsets.UTF_8);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);
    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyKeyOfTheRecordIsInTheSchemaAndTheOtherWayRound() throws Exception {
        JsonNode root = YAML.readTree(TEXT);
        List<String> keys = new ArrayList<>();
        compare(Configuration.class, root, root, "", keys);
        System.out.println("keys of the configuration compared with the schema: " + keys.size());
        assertThat(keys).hasSizeGreaterThan(60).contains("tokens.algorithms", "principals.sessionToken");
    }

    private static void compare(Type type, JsonNode schema, JsonNode root, String at, List<String> keys) {
        JsonNode here = schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
        if (type instanceof ParameterizedType generic) {
            boolean map = generic.getRawType() == Map.class;
            assertThat(here.path("type").asText()).as(at).isEqualTo(map ? "object" : "array");
            if (!map) {
                compare(generic.getActualTypeArguments()[0], here.path("items"), root, at, keys);
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            assertThat(here.path("additionalProperties").asBoolean(true))
                    .as(at + " takes unknown keys")
                    .isFalse();
            List<String> names = Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            List<String> inSchema = new ArrayList<>();
            here.path("properties").fieldNames().forEachRemaining(inSchema::add);
            assertThat(inSchema).as("keys of " + at).containsExactlyInAnyOrderElementsOf(names);
            here.path("required").forEach(name -> assertThat(names).contains(name.asText()));
            for (RecordComponent component : record.getRecordComponents()) {
                String below = at.isEmpty() ? component.getName() : at + "." + component.getName();
                keys.add(below);
                compare(
                        component.getGenericType(),
                        here.path("properties").path(component.getName()),
                        root,
                        below,
                        keys);
            }
        } else if (type == Integer.class || type == Boolean.class) {
            assertThat(here.path("type").asText()).as(at).isEqualTo(type == Integer.class ? "integer" : "boolean");
        } else if (type != JsonNode.class) {
            assertThat(here.path("type").asText()).as(at).isEqualTo("string");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/tokens.md"})
    void theExamplesOfTheDocumentationFitAndCanBeRead(String file) throws Exception {
        String text = Files.readString(Path.of(System.getProperty("plsim.repository"), file));
        Matcher blocks = YAML_BLOCK.matcher(text);
        int found = 0;
        while (blocks.find()) {
            assertThat(faults(blocks.group(1))).isEmpty();
            assertThat(ConfigurationFile.parse(blocks.group(1), file)).isNotNull();
            found++;
        }
        assertThat(found).as("examples in " + file).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regoin: us-east-1",
                "port: 70000",
                "mode: observe",
                "endpoints: [{id: a, service: bedrock}]",
                "endpoints: [{id: a}]",
                "principals: [{accessKeyId: A, secretAccessKey: s, arn: a, tag: {}}]",
                "resources: {runtimes: [{id: r, authorizer: {}}]}",
                "resources: {runtimes: [{id: r, authorizerType: NONE}]}",
                "resources: {gateways: [{id: g, tools: [{nam: t}]}]}",
                "issuers: [{discoveryUrl: 'file:///x/.well-known/openid-configuration'}]",
                "tokens: {algorithms: [HS256]}",
                "readings: {awsstar: everyone}",
                "tls: {port: 1}",
            })
    void whatIsNoConfigurationDoesNotFit(String yaml) {
        assertThat(faults(yaml)).isNotEmpty();
    }

    private static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }
}
