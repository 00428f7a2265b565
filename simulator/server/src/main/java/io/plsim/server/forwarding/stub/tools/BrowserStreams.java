package io.plsim.server.forwarding.stub.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.StubSettings;

/** Where a browser session's streams are. The WebSockets themselves are served elsewhere. */
final class BrowserStreams {
    private BrowserStreams() {}

    static ObjectNode of(String host, String browser, String sessionId, String automationStatus) {
        String path = host + "/browser-streams/" + StubSettings.escape(browser) + "/sessions/" + sessionId;
        ObjectNode streams = JsonNodeFactory.instance.objectNode();
        streams.putObject("automationStream")
                .put("streamEndpoint", "wss://" + path + "/automation")
                .put("streamStatus", automationStatus);
        streams.putObject("liveViewStream").put("streamEndpoint", "https://" + path + "/live-view");
        return streams;
    }
}
