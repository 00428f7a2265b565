package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of the other tests finds mistakes. */
class ResponseShapesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GetWorkloadAccessTokenResponse  | {}                                                        | lacks
            GetWorkloadAccessTokenResponse  | {"workloadAccessToken":1}                                 | string
            GetWorkloadAccessTokenResponse  | {"workloadAccessToken":"x","more":1}                      | not in the model
            StopBrowserSessionResponse      | {"browserIdentifier":"b","sessionId":"-","lastUpdatedAt":"2026-01-01T00:00:00Z"} | like
            StopBrowserSessionResponse      | {"browserIdentifier":"b","sessionId":"s","lastUpdatedAt":1700000000}             | ISO 8601
            ListSessionsOutput              | {"sessionSummaries":[{"sessionId":"s","actorId":"a","createdAt":"2026"}]}        | epoch
            DeletePaymentSessionResponse    | {"status":"GONE"}                                         | one of
            """)
    void everyKindOfMistakeIsFound(String shape, String json, String difference) throws JsonProcessingException {
        assertThat(new ResponseShapes().differences(new ObjectMapper().readTree(json), shape, Set.of()))
                .hasSize(1)
                .first()
                .asString()
                .contains(difference);
    }
}
