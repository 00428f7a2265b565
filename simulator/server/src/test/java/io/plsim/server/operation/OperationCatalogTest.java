package io.plsim.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.OperationReadings.BrowserStreams;
import io.plsim.server.operation.OperationReadings.GatewayMetadata;
import io.plsim.server.operation.OperationReadings.IdentityResources;
import io.plsim.server.operation.OperationReadings.ResourceOwner;
import io.plsim.server.operation.OperationReadings.RuntimeResources;
import io.plsim.server.operation.OperationReadings.SessionStart;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row by row: the table's ARNs are spelled out by hand from the facts, not derived from the catalogue's files. */
class OperationCatalogTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** One row; {@code entry} is the facts' entry, {@code operation} what the record will say. */
    record Row(
            String entry,
            boolean gateway,
            @Nullable String host,
            String request,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode body,
            @Nullable List<String> readings,
            String operation,
            List<String> questions,
            @Nullable Map<String, List<String>> context,
            @Nullable String credentials,
            @Nullable Integer status) {

        InboundRequest inbound() {
            String text = body == null ? "" : body.isTextual() ? body.textValue() : body.toString();
            return SampleRequest.of(
                    gateway ? EndpointService.GATEWAY : EndpointService.DATA_PLANE,
                    request,
                    host == null ? "localhost:4650" : host,
                    headers == null ? Map.of() : headers,
                    new SampleRequest.Text(text));
        }

        @Override
        public String toString() {
            return entry + ": " + request;
        }
    }

    static Stream<Row> rows() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                OperationCatalogTest.class.getResourceAsStream("catalog-cases.jsonl"), StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().toList();
            Stream.Builder<Row> rows = Stream.builder();
            for (String line : all) {
                rows.add(JSON.readValue(line, Row.class));
            }
            return rows.build();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRequestBecomesItsOperationItsQuestionsAndTheirKeys(Row row) throws IOException {
        ResolutionContext context = SampleRequest.CONTEXT;
        if (row.readings() != null) {
            context = new ResolutionContext(
                    "aws", "us-east-1", "111122223333", null, context.defaultGatewayId(), readings(row.readings()));
        }
        Resolved resolved = (Resolved) SampleRequest.CATALOG.resolve(row.inbound(), context);

        assertThat(resolved.operation().name()).isEqualTo(row.operation());
        assertThat(resolved.questions())
                .extracting(question -> question.action() + " " + question.resource())
                .containsExactlyElementsOf(row.questions());
        Map<String, List<String>> keys = row.context() == null ? Map.of() : row.context();
        assertThat(resolved.questions())
                .allSatisfy(question -> assertThat(question.contextKeys()).containsExactlyInAnyOrderEntriesOf(keys));
        assertThat(resolved.operation().successStatus()).isEqualTo(row.status() == null ? 200 : row.status());
        assertThat(resolved.operation().credentials())
                .hasToString(row.credentials() == null ? "SIGV4" : row.credentials());
    }

    @Test
    void everyModelledOperationHasARow() throws IOException {
        Set<String> inTable = rows().map(Row::operation).collect(Collectors.toCollection(TreeSet::new));
        Set<String> inCatalog = SampleRequest.CATALOG.operations().stream()
                .map(Operation::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(inCatalog).isEqualTo(inTable).hasSize(73);
    }

    /** 83 entries of the facts: 79 with a path that ask something, and four that are listed as not modelled. */
    @Test
    void everyEntryOfTheFactsIsEitherInTheTableOrListedAsNotModelled() throws IOException {
        assertThat(rows().map(Row::entry).distinct()).hasSize(79);
        assertThat(SampleRequest.CATALOG.notModelled())
                .containsOnlyKeys(
                        "DeleteCapacityProviderSession",
                        "InvokeWebSearch",
                        "PutSystemLogEvents",
                        "RegistryProtectedResourceMetadata");
    }

    @Test
    void onlyRequestsThatMayUpgradeAreMarkedAsWebSockets() {
        assertThat(SampleRequest.CATALOG.operations())
                .filteredOn(Operation::webSocket)
                .extracting(Operation::name)
                .containsExactlyInAnyOrder(
                        "InvokeAgentRuntimeWithWebSocketStream",
                        "InvokeAgentRuntimeCommandShell",
                        "ConnectBrowserAutomationStream",
                        "ConnectBrowserLiveViewStream");
    }

    private static OperationReadings readings(List<String> chosen) {
        return new OperationReadings(
                pick(RuntimeResources.values(), chosen),
                pick(IdentityResources.values(), chosen),
                pick(BrowserStreams.values(), chosen),
                pick(SessionStart.values(), chosen),
                pick(ResourceOwner.values(), chosen),
                pick(GatewayMetadata.values(), chosen));
    }

    private static <T extends Enum<T>> T pick(T[] choices, List<String> chosen) {
        return Stream.of(choices)
                .filter(choice -> chosen.contains(choice.name()))
                .findFirst()
                .orElse(choices[0]);
    }
}
