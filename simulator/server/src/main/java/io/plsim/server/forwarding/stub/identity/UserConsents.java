package io.plsim.server.forwarding.stub.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.state.BoundedStore;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.operation.StubToken;
import java.util.Optional;

/** Which users have let which workload use a provider: asked by an authorization URL, given by CompleteResourceTokenAuth. */
final class UserConsents {
    private static final int RANDOM_LENGTH = 24;
    private static final String COMPLETE = "complete";

    private final BoundedStore sessions = new BoundedStore("OAuth2 authorization sessions");
    private final BoundedStore grants = new BoundedStore("OAuth2 grants");
    private final StubSettings settings;
    private final Ids ids;

    UserConsents(StubSettings settings, Ids ids) {
        this.settings = settings;
        this.ids = ids;
    }

    /** Whether the session named, or any earlier one with the same workload token, has been completed. */
    boolean granted(String workloadToken, String provider, Optional<String> sessionUri) throws StubRefusal {
        if (sessionUri.isPresent()) {
            ObjectNode session = sessions.find(sessionUri.get()).orElseThrow(() -> StubRefusal.notFound("Session"));
            return session.path(COMPLETE).booleanValue();
        }
        return grants.find(grant(workloadToken, provider)).isPresent();
    }

    /** Opens a session in which the user is to be asked. */
    ObjectNode ask(String workloadToken, String provider) throws StubRefusal {
        String workload = StubToken.workloadName(workloadToken).orElse("unknown");
        String uri = StubToken.sessionUri(workload, ids.alphanumeric(RANDOM_LENGTH));
        sessions.put(uri, JsonNodeFactory.instance.objectNode().put("grant", grant(workloadToken, provider)));
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "authorizationUrl",
                        "https://" + settings.dataPlaneHost() + "/identities/oauth2/authorize?request_uri="
                                + StubSettings.escape(uri))
                .put("sessionUri", uri)
                .put("sessionStatus", "IN_PROGRESS");
    }

    void complete(String sessionUri) throws StubRefusal {
        ObjectNode session = sessions.update(sessionUri, open -> open.put(COMPLETE, true))
                .orElseThrow(() -> StubRefusal.notFound("Session"));
        grants.put(session.get("grant").textValue(), JsonNodeFactory.instance.objectNode());
    }

    void reset() {
        sessions.clear();
        grants.clear();
    }

    private static String grant(String workloadToken, String provider) {
        return BoundedStore.key(workloadToken, provider);
    }
}
