package io.plsim.server.forwarding.stub.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.operation.StubToken;
import java.io.IOException;
import java.util.Map;

/**
 * Tokens that open nothing. Workload tokens carry the workload's name, which lets the catalogue say which identity a later
 * request is about; every credential provider exists.
 */
public final class IdentityStubs implements PrimitiveStubs {
    private static final int RANDOM_LENGTH = 24;

    private final Ids ids;
    private final UserConsents consents;

    public IdentityStubs(StubSettings settings, Ids ids) {
        this.ids = ids;
        this.consents = new UserConsents(settings, ids);
    }

    @Override
    public Map<String, Stub> stubs() {
        return Map.of(
                "GetWorkloadAccessToken", request -> workloadToken(request, request.json()),
                "GetWorkloadAccessTokenForJWT", this::workloadTokenForJwt,
                "GetWorkloadAccessTokenForUserId", this::workloadTokenForUserId,
                "GetResourceApiKey", this::apiKey,
                "GetResourceOauth2Token", this::oauth2Token,
                "GetResourcePaymentToken", this::paymentToken,
                "CompleteResourceTokenAuth", this::completeTokenAuth);
    }

    @Override
    public void reset() {
        consents.reset();
    }

    private Answer workloadTokenForJwt(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        body.requiredText("userToken");
        return workloadToken(request, body);
    }

    private Answer workloadTokenForUserId(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        body.requiredText("userId");
        return workloadToken(request, body);
    }

    private Answer workloadToken(StubRequest request, JsonInput body) throws StubRefusal {
        String token = StubToken.workloadToken(body.requiredText("workloadName"), ids.alphanumeric(RANDOM_LENGTH));
        return request.answer(answer().put("workloadAccessToken", token));
    }

    private Answer apiKey(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        body.requiredText("workloadIdentityToken");
        return request.answer(
                answer().put("apiKey", "plsim-api-key-" + body.requiredText("resourceCredentialProviderName")));
    }

    private Answer oauth2Token(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        String workloadToken = body.requiredText("workloadIdentityToken");
        String provider = body.requiredText("resourceCredentialProviderName");
        body.requiredArray("scopes");
        String flow = body.requiredText("oauth2Flow");
        return switch (flow) {
            case "M2M", "ON_BEHALF_OF_TOKEN_EXCHANGE" -> request.answer(accessToken());
            case "USER_FEDERATION" -> {
                boolean again = body.flag("forceAuthentication", false);
                boolean granted = !again && consents.granted(workloadToken, provider, body.text("sessionUri"));
                yield request.answer(granted ? accessToken() : consents.ask(workloadToken, provider));
            }
            default -> throw StubRefusal.constraint("oauth2Flow", "satisfy enum value set");
        };
    }

    private Answer completeTokenAuth(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        body.requiredObject("userIdentifier");
        consents.complete(body.requiredText("sessionUri"));
        return request.answer(answer());
    }

    private Answer paymentToken(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        body.requiredText("workloadIdentityToken");
        body.requiredText("resourceCredentialProviderName");
        JsonInput wanted = new JsonInput(body.requiredObject("paymentTokenRequest"));
        ObjectNode answer = answer();
        ObjectNode response = answer.putObject("paymentTokenResponse");
        if (wanted.object("coinbaseCdpTokenRequest").isPresent()) {
            response.putObject("coinbaseCdpTokenResponse").put("bearerToken", random());
        } else if (wanted.object("stripePrivyTokenRequest").isPresent()) {
            response.putObject("stripePrivyTokenResponse")
                    .put("appId", "plsim-app")
                    .put("basicAuthToken", random());
        } else {
            throw StubRefusal.constraint("paymentTokenRequest", "have exactly one member");
        }
        return request.answer(answer);
    }

    private ObjectNode accessToken() {
        return answer().put("accessToken", random());
    }

    private String random() {
        return "plsim-access-" + ids.alphanumeric(RANDOM_LENGTH);
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
