package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolStubsTest {
    private static final String TOOL = "/code-interpreters/ci";
    private static final String SESSION = "x-amzn-code-interpreter-session-id";

    private final StubEndpoint endpoint = new StubEndpoint();

    private String start(String body) {
        return endpoint.call("PUT " + TOOL + "/sessions/start", body)
                .json()
                .get("sessionId")
                .textValue();
    }

    private String status(String session) {
        return endpoint.call("GET " + TOOL + "/sessions/get?sessionId=" + session, "")
                .json()
                .get("status")
                .textValue();
    }

    @Test
    void aSessionEndsWhenItsTimeIsUp() {
        String session = start("{\"sessionTimeoutSeconds\":60}");
        endpoint.pass(Duration.ofSeconds(60));
        assertThat(status(session)).isEqualTo("READY");
        endpoint.pass(Duration.ofSeconds(1));
        assertThat(status(session)).isEqualTo("TERMINATED");
    }

    @Test
    void aTerminatedSessionRunsNothing() {
        String session = start("{}");
        endpoint.call("PUT " + TOOL + "/sessions/stop?sessionId=" + session, "{}");
        StubEndpoint.Reply reply = endpoint.call(
                "POST " + TOOL + "/tools/invoke",
                "{\"name\":\"executeCode\",\"arguments\":{\"code\":\"1\"}}",
                SESSION,
                session);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.errorType()).isEqualTo("ConflictException");
    }

    @Test
    void sessionsAreListedByToolAndStateNewestFirst() {
        String first = start("{}");
        endpoint.pass(Duration.ofSeconds(1));
        String second = start("{}");
        endpoint.call("PUT /code-interpreters/other/sessions/start", "{}");
        assertThat(endpoint.call("POST " + TOOL + "/sessions/list", "{}")
                        .json()
                        .at("/items/0/sessionId")
                        .textValue())
                .isEqualTo(second);
        endpoint.call("PUT " + TOOL + "/sessions/stop?sessionId=" + second, "");
        var ready = endpoint.call("POST " + TOOL + "/sessions/list", "{\"status\":\"READY\"}")
                .json()
                .get("items");
        assertThat(ready).hasSize(1);
        assertThat(ready.get(0).get("sessionId").textValue()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /code-interpreters/ci/sessions/get?sessionId=none",
                "PUT /code-interpreters/ci/sessions/stop?sessionId=none",
                "GET /browsers/b/sessions/get?sessionId=none",
                "PUT /browsers/b/sessions/stop?sessionId=none"
            })
    void anUnknownSessionIsNotFound(String line) {
        StubEndpoint.Reply reply = endpoint.call(line, "");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.errorType()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void filesAreKeptInTheirSession() {
        String session = start("{}");
        String other = start("{}");
        invoke(
                session,
                "writeFiles",
                "{\"content\":[{\"path\":\"data/a.txt\",\"text\":\"hi\"},{\"path\":\"b\",\"text\":\"\"}]}");
        assertThat(invoke(session, "readFiles", "{\"paths\":[\"data/a.txt\"]}")).contains("\"text\":\"hi\"");
        assertThat(invoke(session, "listFiles", "{\"directoryPath\":\"data\"}"))
                .contains("data/a.txt")
                .doesNotContain("\"name\":\"b\"");
        assertThat(invoke(other, "readFiles", "{\"paths\":[\"data/a.txt\"]}")).contains("\"isError\":true");
        invoke(session, "removeFiles", "{\"paths\":[\"data/a.txt\"]}");
        assertThat(invoke(session, "readFiles", "{\"paths\":[\"data/a.txt\"]}")).contains("\"isError\":true");
    }

    private String invoke(String session, String tool, String arguments) {
        StubEndpoint.Reply reply = endpoint.call(
                "POST " + TOOL + "/tools/invoke",
                "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}",
                SESSION,
                session);
        assertThat(reply.header(SESSION)).isEqualTo(session);
        return reply.text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"format\"}",
                "{\"name\":\"executeCode\"}",
                "{\"name\":\"executeCode\",\"arguments\":{\"code\":5}}",
                "{\"name\":\"readFiles\",\"arguments\":{\"paths\":[1]}}",
                "{\"name\":\"writeFiles\",\"arguments\":{\"content\":[1]}}"
            })
    void aMalformedInvocationIsAValidationError(String body) {
        assertThat(endpoint.call("POST " + TOOL + "/tools/invoke", body).errorType())
                .isEqualTo("ValidationException");
    }

    @Test
    void aStreamStaysSwitchedOff() {
        String session = endpoint.call("PUT /browsers/b/sessions/start", "{}")
                .json()
                .get("sessionId")
                .textValue();
        endpoint.call(
                "PUT /browsers/b/sessions/streams/update?sessionId=" + session,
                "{\"streamUpdate\":{\"automationStreamUpdate\":{\"streamStatus\":\"DISABLED\"}}}");
        assertThat(endpoint.call("GET /browsers/b/sessions/get?sessionId=" + session, "")
                        .json()
                        .at("/streams/automationStream/streamStatus")
                        .textValue())
                .isEqualTo("DISABLED");
    }

    @Test
    void moreThanTenThousandSessionsFitWhenTheOldOnesHaveEnded() {
        for (int i = 0; i < 10_000; i++) {
            start("{\"sessionTimeoutSeconds\":1}");
        }
        assertThat(endpoint.call("PUT " + TOOL + "/sessions/start", "{}").status())
                .isEqualTo(402);
        endpoint.pass(Duration.ofSeconds(2));
        assertThat(endpoint.call("PUT " + TOOL + "/sessions/start", "{}").status())
                .isEqualTo(200);
    }
}
