package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.Conversational;
import software.amazon.awssdk.services.bedrockagentcore.model.Event;
import software.amazon.awssdk.services.bedrockagentcore.model.MemoryContent;
import software.amazon.awssdk.services.bedrockagentcore.model.MemoryRecordCreateInput;
import software.amazon.awssdk.services.bedrockagentcore.model.PayloadType;
import software.amazon.awssdk.services.bedrockagentcore.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockagentcore.model.Role;

/** What a client stores in a memory through the endpoint, it finds there again. */
class MemoryRoundTripTest {
    private static final String MEMORY = "agentMemory-0123456789";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static RunningSimulator simulator;
    private static BedrockAgentCoreClient client;

    @BeforeAll
    static void start() throws Exception {
        simulator = RunningSimulator.start("");
        simulator.attachExample("memory-data-plane-operations");
        client = Callers.ALICE.client(simulator.dataPlane());
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void eventsAreListedPageByPageReadAndDeleted() {
        List<String> created = IntStream.range(0, 7).mapToObj(this::create).toList();

        List<Event> pages = client
                .listEventsPaginator(list -> list.memoryId(MEMORY)
                        .actorId("actor")
                        .sessionId("session")
                        .maxResults(3))
                .stream()
                .flatMap(page -> {
                    assertThat(page.events()).hasSizeLessThanOrEqualTo(3);
                    return page.events().stream();
                })
                .toList();
        assertThat(pages).extracting(Event::eventId).containsExactlyInAnyOrderElementsOf(created);

        String third = created.get(2);
        Event read = client.getEvent(get -> get.memoryId(MEMORY)
                        .actorId("actor")
                        .sessionId("session")
                        .eventId(third))
                .event();
        assertThat(read.payload().get(0).conversational().content().text()).isEqualTo("message 2");
        assertThat(read.eventTimestamp()).isEqualTo(NOON.plusSeconds(2));

        client.deleteEvent(delete ->
                delete.memoryId(MEMORY).actorId("actor").sessionId("session").eventId(third));
        assertThatThrownBy(() -> client.getEvent(get -> get.memoryId(MEMORY)
                        .actorId("actor")
                        .sessionId("session")
                        .eventId(third)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(client.listEvents(
                                list -> list.memoryId(MEMORY).actorId("actor").sessionId("session"))
                        .events())
                .hasSize(6);
    }

    @Test
    void recordsAreFoundByTheirTextAndForgottenWhenDeleted() {
        String tea = client.batchCreateMemoryRecords(
                        create -> create.memoryId(MEMORY).records(record("Alice likes green tea"), record("Bob rows")))
                .successfulRecords()
                .get(0)
                .memoryRecordId();

        assertThat(client.retrieveMemoryRecords(retrieve -> retrieve.memoryId(MEMORY)
                                .namespace("users/alice")
                                .searchCriteria(criteria -> criteria.searchQuery("tea")))
                        .memoryRecordSummaries()
                        .get(0)
                        .content()
                        .text())
                .isEqualTo("Alice likes green tea");

        client.deleteMemoryRecord(delete -> delete.memoryId(MEMORY).memoryRecordId(tea));
        assertThatThrownBy(
                        () -> client.getMemoryRecord(get -> get.memoryId(MEMORY).memoryRecordId(tea)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private String create(int number) {
        return client.createEvent(create -> create.memoryId(MEMORY)
                        .actorId("actor")
                        .sessionId("session")
                        .eventTimestamp(NOON.plusSeconds(number))
                        .payload(PayloadType.fromConversational(Conversational.builder()
                                .role(Role.USER)
                                .content(content -> content.text("message " + number))
                                .build())))
                .event()
                .eventId();
    }

    private static MemoryRecordCreateInput record(String text) {
        return MemoryRecordCreateInput.builder()
                .requestIdentifier(text.replace(' ', '-'))
                .namespaces("users/alice")
                .content(MemoryContent.fromText(text))
                .timestamp(NOON)
                .build();
    }
}
