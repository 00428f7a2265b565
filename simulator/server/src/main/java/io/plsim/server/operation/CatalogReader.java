package io.plsim.server.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.operation.Operation.CredentialRule;
import io.plsim.server.operation.Operation.ResourceKind;
import io.plsim.server.operation.OperationReadings.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue's two files once; whatever in them is not understood stops the start. */
final class CatalogReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record OperationsFile(
            List<String> about,
            Map<String, TypeBlock> resourceTypes,
            List<OperationBlock> operations,
            List<NotModelledBlock> notModelled) {}

    private record TypeBlock(
            String arn,
            @Nullable String named,
            @Nullable String mayEndIn,
            @Nullable Map<String, String> system) {}

    private record OperationBlock(
            String name,
            String primitive,
            List<String> requests,
            @Nullable String endpoint,
            int status,
            String credentials,
            boolean webSocket,
            @Nullable String authorizer,
            @Nullable String notJudged,
            List<QuestionBlock> questions) {}

    private record QuestionBlock(
            String action,
            String resource,
            @Nullable String id,
            @Nullable String name,
            @Nullable String each,
            @Nullable WhenBlock when,
            @Nullable Map<String, String> context) {}

    private record WhenBlock(
            @Nullable String present,
            @Nullable String absent,
            @JsonProperty("is") @Nullable Map<String, String> texts,
            @Nullable String reading) {}

    private record NotModelledBlock(
            String name, String reason, @Nullable String request) {}

    private record ControlPlaneFile(String about, Map<String, String> operations) {}

    private final Map<String, ResourceType> types = new LinkedHashMap<>();

    private CatalogReader() {}

    static OperationCatalog read() {
        OperationsFile file = load("operations.json", OperationsFile.class);
        CatalogReader reader = new CatalogReader();
        file.resourceTypes().forEach(reader::addType);
        OperationCatalog catalog = new OperationCatalog();
        for (OperationBlock block : file.operations()) {
            EndpointService service =
                    "gateway".equals(block.endpoint()) ? EndpointService.GATEWAY : EndpointService.DATA_PLANE;
            catalog.add(reader.entry(block), service, block.requests());
        }
        for (NotModelledBlock block : file.notModelled()) {
            catalog.addNotModelled(block.name(), block.reason(), block.request());
        }
        load("control-plane.json", ControlPlaneFile.class).operations().forEach(catalog::addControlPlane);
        return catalog;
    }

    private static <T> T load(String name, Class<T> type) {
        try (InputStream in = CatalogReader.class.getResourceAsStream(name)) {
            return JSON.readValue(Objects.requireNonNull(in, name), type);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    private void addType(String name, TypeBlock block) {
        ResourceType.Naming naming = block.named() == null ? ResourceType.Naming.ID : naming(block.named());
        types.put(
                name,
                new ResourceType(
                        name,
                        block.arn(),
                        naming,
                        Objects.requireNonNullElse(block.mayEndIn(), ""),
                        Objects.requireNonNullElse(block.system(), Map.of())));
    }

    private static ResourceType.Naming naming(String text) {
        return ResourceType.Naming.valueOf(text.replace("Or", "_OR_").toUpperCase(Locale.ROOT));
    }

    private CatalogEntry entry(OperationBlock block) {
        List<QuestionTemplate> questions =
                block.questions().stream().map(this::question).toList();
        BodyShape body = new BodyShape();
        questions.forEach(question -> question.addTo(body));
        Operation operation = new Operation(
                block.name(),
                block.primitive(),
                block.status(),
                block.authorizer() == null ? ResourceKind.OTHER : ResourceKind.valueOf(upper(block.authorizer())),
                CredentialRule.valueOf(upper(block.credentials())),
                block.webSocket());
        return new CatalogEntry(operation, questions, body, reading(block.notJudged()));
    }

    private QuestionTemplate question(QuestionBlock block) {
        Map<String, ValueSource> context = new LinkedHashMap<>();
        if (block.context() != null) {
            block.context().forEach((key, source) -> context.put(key, ValueSource.of(source)));
        }
        ResourceType type = block.resource().equals("*")
                ? null
                : Objects.requireNonNull(types.get(block.resource()), "no such resource type: " + block.resource());
        return new QuestionTemplate(
                block.action(),
                type,
                source(block.id()),
                source(block.name()),
                trigger(block.when()),
                source(block.each()),
                context);
    }

    private static Trigger trigger(@Nullable WhenBlock block) {
        if (block == null) {
            return Trigger.ALWAYS;
        }
        Map<ValueSource, String> texts = new LinkedHashMap<>();
        if (block.texts() != null) {
            block.texts().forEach((source, text) -> texts.put(ValueSource.of(source), text));
        }
        return new Trigger(source(block.present()), source(block.absent()), texts, reading(block.reading()));
    }

    private static @Nullable ValueSource source(@Nullable String text) {
        return text == null ? null : ValueSource.of(text);
    }

    private static @Nullable Reading reading(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Reading.class.getPermittedSubclasses())
                .flatMap(choice -> Arrays.stream((Reading[]) choice.getEnumConstants()))
                .filter(reading -> reading.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such reading: " + name));
    }

    private static String upper(String text) {
        return text.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
