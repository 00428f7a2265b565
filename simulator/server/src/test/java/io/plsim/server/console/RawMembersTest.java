package io.plsim.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.MalformedRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawMembersTest {
    @Test
    void everyMemberIsTheTextThatWasSent() throws MalformedRequestException {
        assertThat(
                        RawMembers.of(
                                " {\"a\" : {\"x\": 1, \"x\": [\"}\"]} , \"b\":\"t\\\"x\",\"c\":12.50 ,\"d\":null,\"e\":[ ],\"f\":true}\n"))
                .containsEntry("a", "{\"x\": 1, \"x\": [\"}\"]}")
                .containsEntry("b", "\"t\\\"x\"")
                .containsEntry("c", "12.50")
                .containsEntry("d", "null")
                .containsEntry("e", "[ ]")
                .containsEntry("f", "true")
                .hasSize(6);
    }

    @Test
    void aLongTextKeepsItsPlacesToo() throws MalformedRequestException {
        String filler = "\"" + "é😀\\n".repeat(40_000) + "\"";
        assertThat(RawMembers.of("{\"filler\": " + filler + ", \"policy\": {\"Statement\": []}}"))
                .containsEntry("filler", filler)
                .containsEntry("policy", "{\"Statement\": []}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{\"a\": 1, \"a\": 2}", "{} {}", "{\"a\": }", "{\"a\": [}"})
    void whatIsNoObjectIsMalformed(String json) {
        assertThatThrownBy(() -> RawMembers.of(json)).isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void findingsOfAPolicyInARequestHaveTheLinesOfThePolicyAsItWasSent() {
        String body =
                "{\"id\": 7, \"request\": {\"principal\": {\"oauth\": true}, \"action\": \"a:b\", \"resource\": \"*\"},\n"
                        + "\"policy\": {\n  \"Statement\": [{\"Effect\": \"allow\",\n      \"Effect\": \"Deny\", \"Principal\": \"*\","
                        + " \"Action\": \"*\", \"Resource\": \"*\"}]}}";
        Evaluation.Result result = new Evaluation(Readings.DEFAULT).of(body, true);
        assertThat(result.decided()).isFalse();
        assertThat(result.json().get("id").asInt()).isEqualTo(7);
        JsonNode findings = result.json().get("findings");
        assertThat(findings.get(0).get("code").asText()).isEqualTo("INVALID_EFFECT");
        assertThat(findings.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(findings.get(0).get("column").asInt()).isEqualTo(28);
        assertThat(findings.get(1).get("code").asText()).isEqualTo("DUPLICATE_KEY");
        assertThat(findings.get(1).get("line").asInt()).isEqualTo(3);
        assertThat(findings.get(1).get("column").asInt()).isEqualTo(7);
    }
}
