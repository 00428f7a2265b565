package io.plsim.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.policy.document.Readings;
import java.nio.charset.StandardCharsets;

/** Any JSON is a request or is refused with one sentence. */
class RequestJsonFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void readingARequestIsTotal(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        reads(RequestJson.MAPPER, text);
        reads(new ObjectMapper(), text);
    }

    private static void reads(ObjectMapper mapper, String text) {
        JsonNode json;
        try {
            json = mapper.readTree(text);
        } catch (JsonProcessingException noJson) {
            return;
        }
        try {
            AuthorizationRequest request = RequestJson.read(json, Readings.DEFAULT);
            assertThat(request.action()).isNotEmpty();
            assertThat(request.context().asMap()).doesNotContainValue(null);
        } catch (MalformedRequestException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
