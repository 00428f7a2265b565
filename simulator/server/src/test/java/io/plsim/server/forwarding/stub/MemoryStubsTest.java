package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryStubsTest {
    private static final String EVENTS = "POST /memories/m/events";
    private static final String SESSION = "POST /memories/m/actor/a/sessions/s";

    private final StubEndpoint endpoint = new StubEndpoint();

    private String create(String actor, String session, double time, String more) {
        return endpoint.call(
                        EVENTS,
                        "{\"actorId\":\"" + actor + "\",\"sessionId\":\"" + session + "\",\"eventTimestamp\":" + time
                                + ",\"payload\":[{\"blob\":" + time + "}]" + more + "}")
                .json()
                .at("/event/eventId")
                .textValue();
    }

    private List<String> texts(StubEndpoint.Reply reply, String pointer, String member) {
        List<String> texts = new ArrayList<>();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        reply.json().at(pointer).forEach(item -> texts.add(item.at(member).asText()));
        return texts;
    }

    private List<String> blobs(String body) {
        return texts(endpoint.call(SESSION, body), "/events", "/payload/0/blob");
    }

    @Test
    void anEventIdBeginsWithTheMillisecondsOfItsTime() {
        assertThat(create("a", "s", 1732406400.123, "")).matches("0000001732406400123#[0-9a-f]{8}");
    }

    @Test
    void eventsOfOneMillisecondKeepTheirOrder() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, create("a", "s", 7, ""));
        }
        assertThat(texts(endpoint.call(SESSION, "{}"), "/events", "/eventId")).isEqualTo(ids);
    }

    @Test
    void anEventThatIsAddedBetweenTwoPagesMakesNoOtherAppearTwice() {
        create("a", "s", 1, "");
        create("a", "s", 2, "");
        create("a", "s", 3, "");
        JsonNode first = endpoint.call(SESSION, "{\"maxResults\":2}").json();
        create("a", "s", 4, "");
        assertThat(blobs("{\"maxResults\":2,\"nextToken\":\""
                        + first.get("nextToken").textValue() + "\"}"))
                .containsExactly("1.0");
    }

    @Test
    void theLastPageHasNoToken() {
        create("a", "s", 1, "");
        create("a", "s", 2, "");
        assertThat(endpoint.call(SESSION, "{\"maxResults\":2}").json().has("nextToken"))
                .isFalse();
    }

    @Test
    void payloadsAreLeftOutWhenTheyAreNotWanted() {
        create("a", "s", 1, "");
        assertThat(endpoint.call(SESSION, "{\"includePayloads\":false}")
                        .json()
                        .at("/events/0/payload")
                        .isMissingNode())
                .isTrue();
        assertThat(blobs("{}")).containsExactly("1.0");
    }

    @Test
    void sessionsAndActorsAreThoseThatHaveEvents() {
        create("a", "s2", 5, "");
        create("a", "s1", 9, "");
        create("a", "s1", 4, "");
        String id = create("b", "s3", 1, "");
        StubEndpoint.Reply sessions = endpoint.call("POST /memories/m/actor/a/sessions", "{}");
        assertThat(texts(sessions, "/sessionSummaries", "/sessionId")).containsExactly("s1", "s2");
        assertThat(sessions.json().at("/sessionSummaries/0/createdAt").asDouble())
                .isEqualTo(4);
        assertThat(texts(endpoint.call("POST /memories/m/actors", ""), "/actorSummaries", "/actorId"))
                .containsExactly("a", "b");
        endpoint.call("DELETE /memories/m/actor/b/sessions/s3/events/" + id.replace("#", "%23"), "");
        assertThat(texts(endpoint.call("POST /memories/m/actors", ""), "/actorSummaries", "/actorId"))
                .containsExactly("a");
        assertThat(texts(endpoint.call("POST /memories/other/actors", ""), "/actorSummaries", "/actorId"))
                .isEmpty();
    }

    @Test
    void aRepeatedClientTokenAnswersTheFirstEventAndStoresNoOther() {
        String first = create("a", "s", 1, ",\"clientToken\":\"t\"");
        assertThat(create("a", "s", 2, ",\"clientToken\":\"t\"")).isEqualTo(first);
        assertThat(blobs("{}")).containsExactly("1.0");
    }

    @Test
    void aBranchIsListedAloneOrWithWhatItGrewFrom() {
        create("a", "s", 1, "");
        String root = create("a", "s", 2, "");
        create("a", "s", 3, "");
        create("a", "s", 4, ",\"branch\":{\"name\":\"side\",\"rootEventId\":\"" + root + "\"}");
        assertThat(blobs("{\"filter\":{\"branch\":{\"name\":\"side\"}}}")).containsExactly("4.0");
        assertThat(blobs("{\"filter\":{\"branch\":{\"name\":\"main\"}}}")).containsExactly("3.0", "2.0", "1.0");
        assertThat(blobs("{\"filter\":{\"branch\":{\"name\":\"side\",\"includeParentBranches\":true}}}"))
                .containsExactly("4.0", "2.0", "1.0");
    }

    @Test
    void eventsAreFilteredByTheirMetadata() {
        create("a", "s", 1, ",\"metadata\":{\"k\":{\"stringValue\":\"x\"}}");
        create("a", "s", 2, ",\"metadata\":{\"k\":{\"stringValue\":\"y\"}}");
        create("a", "s", 3, "");
        String filter = "{\"filter\":{\"eventMetadata\":[{\"left\":{\"metadataKey\":\"k\"},\"operator\":\"%s\"%s}]}}";
        String right = ",\"right\":{\"metadataValue\":{\"stringValue\":\"x\"}}";
        assertThat(blobs(filter.formatted("EQUALS_TO", right))).containsExactly("1.0");
        assertThat(blobs(filter.formatted("EXISTS", ""))).containsExactly("2.0", "1.0");
        assertThat(blobs(filter.formatted("NOT_EXISTS", ""))).containsExactly("3.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                        | eventTimestamp
            {"actorId":"a","eventTimestamp":1e999,"payload":[]}                       | eventTimestamp
            {"actorId":"a","eventTimestamp":"noon","payload":[]}                      | eventTimestamp
            {"actorId":"","eventTimestamp":1,"payload":[]}                            | actorId
            {"actorId":"a","eventTimestamp":1}                                        | payload
            {"actorId":"a","eventTimestamp":1,"payload":{}}                           | payload
            {"actorId":"a","eventTimestamp":1,"payload":[{}]}                         | payload
            {"actorId":"a","eventTimestamp":1,"payload":[{"conversational":{}}]}      | role
            {"actorId":"a","eventTimestamp":1,"payload":[{"conversational":{"role":"ME","content":{"text":"x"}}}]} | role
            """)
    void aMalformedEventIsRefusedByNamingTheMember(String body, String member) {
        StubEndpoint.Reply reply = endpoint.call(EVENTS, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorType()).isEqualTo("ValidationException");
        assertThat(reply.json().get("message").textValue()).contains("'" + member + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"maxResults":101}  | 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100
            {"maxResults":0}    | 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1
            {"maxResults":1e99} | 'maxResults' failed to satisfy constraint: Member must be an integer
            {"nextToken":"%%"}  | Invalid nextToken
            not json            | not a JSON object
            [1]                 | not a JSON object
            {} {}               | not a JSON object
            """)
    void aMalformedListRequestIsRefused(String body, String message) {
        StubEndpoint.Reply reply = endpoint.call(SESSION, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("message").textValue()).contains(message);
    }

    @Test
    void recordsAreFoundByNamespacePrefixByPathAndByMetadata() {
        endpoint.call("POST /memories/m/memoryRecords/batchCreate", """
                {"records": [
                  {"requestIdentifier": "1", "namespaces": ["users/al"], "content": {"text": "one"}, "timestamp": 1, "memoryStrategyId": "facts", "metadata": {"n": {"numberValue": 1}}},
                  {"requestIdentifier": "2", "namespaces": ["users/alice/x"], "content": {"text": "two"}, "timestamp": 2, "metadata": {"n": {"numberValue": 2}}},
                  {"requestIdentifier": "3", "namespaces": ["teams"], "content": {"text": "three"}, "timestamp": 3, "metadata": {"n": {"dateTimeValue": 5}}}]}""");
        assertThat(records("\"namespace\":\"users/al\"")).containsExactly("one", "two");
        assertThat(records("\"namespacePath\":\"users/al\"")).containsExactly("one");
        assertThat(records("\"namespacePath\":\"users/\"")).containsExactly("one", "two");
        assertThat(records("\"namespace\":\"u\",\"memoryStrategyId\":\"facts\""))
                .containsExactly("one");
        assertThat(records(metadata("GREATER_THAN", "numberValue", "1"))).containsExactly("two");
        assertThat(records(metadata("LESS_THAN_OR_EQUALS", "numberValue", "1.0")))
                .containsExactly("one");
        assertThat(records(metadata("EQUALS_TO", "numberValue", "2.0"))).containsExactly("two");
        assertThat(records(metadata("BEFORE", "dateTimeValue", "6"))).containsExactly("three");
        assertThat(records(metadata("AFTER", "dateTimeValue", "6"))).isEmpty();
        assertThat(endpoint.call("POST /memories/m/memoryRecords", "{}").status())
                .isEqualTo(400);
    }

    private List<String> records(String members) {
        return texts(
                endpoint.call("POST /memories/m/memoryRecords", "{" + members + "}"),
                "/memoryRecordSummaries",
                "/content/text");
    }

    private static String metadata(String operator, String type, String value) {
        return "\"namespace\":\"\",\"metadataFilters\":[{\"left\":{\"metadataKey\":\"n\"},\"operator\":\"" + operator
                + "\",\"right\":{\"metadataValue\":{\"" + type + "\":" + value + "}}}]";
    }

    @Test
    void aSearchRanksRecordsByTheWordsTheyShareWithIt() {
        endpoint.call("POST /memories/m/memoryRecords/batchCreate", """
                {"records": [
                  {"requestIdentifier": "1", "namespaces": ["n"], "content": {"text": "Bob drinks coffee"}, "timestamp": 1},
                  {"requestIdentifier": "2", "namespaces": ["n"], "content": {"text": "Alice DRINKS green tea"}, "timestamp": 2},
                  {"requestIdentifier": "3", "namespaces": ["n"], "content": {"text": "It rains"}, "timestamp": 3}]}""");
        StubEndpoint.Reply reply = endpoint.call(
                "POST /memories/m/retrieve",
                "{\"namespace\":\"n\",\"searchCriteria\":{\"searchQuery\":\"Who drinks, tea?\"}}");
        assertThat(texts(reply, "/memoryRecordSummaries", "/content/text"))
                .containsExactly("Alice DRINKS green tea", "Bob drinks coffee");
    }

    @Test
    void resetForgetsEventsAndRecords() {
        String id = create("a", "s", 1, ",\"clientToken\":\"t\"");
        endpoint.forwarder.reset();
        assertThat(blobs("{}")).isEmpty();
        assertThat(create("a", "s", 1, ",\"clientToken\":\"t\"")).isNotEqualTo(id);
    }

    @Test
    void aRunawayTestIsStoppedByAQuota() {
        String big = "\"" + "x".repeat(4_000_000) + "\"";
        StubEndpoint.Reply last = endpoint.call(EVENTS, "{}");
        for (int i = 0; i < 10 && last.status() != 402; i++) {
            last = endpoint.call(
                    EVENTS,
                    "{\"actorId\":\"a\",\"sessionId\":\"s\",\"eventTimestamp\":1,\"payload\":[{\"blob\":" + big
                            + "}]}");
        }
        assertThat(last.errorType()).isEqualTo("ServiceQuotaExceededException");
        assertThat(last.status()).isEqualTo(402);
    }
}
