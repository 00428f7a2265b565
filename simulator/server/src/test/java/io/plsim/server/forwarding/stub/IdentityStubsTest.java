package io.plsim.server.forwarding.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.server.operation.StubToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityStubsTest {
    private final StubEndpoint endpoint = new StubEndpoint();

    private String workloadToken(String name) {
        return endpoint.call("POST /identities/GetWorkloadAccessToken", "{\"workloadName\":\"" + name + "\"}")
                .json()
                .get("workloadAccessToken")
                .textValue();
    }

    private StubEndpoint.Reply oauth2(String token, String more) {
        return endpoint.call(
                "POST /identities/oauth2/token",
                "{\"workloadIdentityToken\":\"" + token
                        + "\",\"resourceCredentialProviderName\":\"github\",\"scopes\":[],\"oauth2Flow\":\"USER_FEDERATION\""
                        + more + "}");
    }

    private void complete(String sessionUri, int status) {
        assertThat(endpoint.call(
                                "POST /identities/CompleteResourceTokenAuth",
                                "{\"userIdentifier\":{\"userId\":\"u\"},\"sessionUri\":\"" + sessionUri + "\"}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aWorkloadTokenTellsTheCatalogueItsWorkload() {
        assertThat(StubToken.workloadName(workloadToken("my-workload"))).contains("my-workload");
        assertThat(workloadToken("my-workload")).isNotEqualTo(workloadToken("my-workload"));
    }

    @Test
    void aSessionUriTellsTheCatalogueItsWorkload() {
        String uri = oauth2(workloadToken("my-workload"), "")
                .json()
                .get("sessionUri")
                .textValue();
        assertThat(StubToken.workloadName(uri)).contains("my-workload");
    }

    @Test
    void consentCountsForItsWorkloadTokenAndUntilAnotherIsForced() {
        String token = workloadToken("my-workload");
        String uri = oauth2(token, "").json().get("sessionUri").textValue();
        String asked = ",\"sessionUri\":\"" + uri + "\"";
        assertThat(oauth2(token, asked).json().has("accessToken")).isFalse();
        complete(uri, 200);
        assertThat(oauth2(token, asked).json().has("accessToken")).isTrue();
        assertThat(oauth2(token, "").json().has("accessToken")).isTrue();
        assertThat(oauth2(token, ",\"forceAuthentication\":true").json().has("accessToken"))
                .isFalse();
        assertThat(oauth2(workloadToken("my-workload"), "").json().has("accessToken"))
                .isFalse();
    }

    @Test
    void anUnknownSessionIsNotFound() {
        complete("urn:plsim:session:bXk:none", 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GetWorkloadAccessTokenForJWT    | {"workloadName":"w"}                     | userToken
            GetWorkloadAccessTokenForUserId | {"workloadName":"w"}                     | userId
            api-key                         | {"workloadIdentityToken":"secret-token"} | resourceCredentialProviderName
            oauth2/token                    | {"workloadIdentityToken":"secret-token","resourceCredentialProviderName":"p","scopes":[],"oauth2Flow":"X"} | oauth2Flow
            payment/token                   | {"workloadIdentityToken":"secret-token","resourceCredentialProviderName":"p","paymentTokenRequest":{}} | paymentTokenRequest
            """)
    void aMissingMemberIsNamedAndNoTokenRepeated(String path, String body, String member) {
        StubEndpoint.Reply reply = endpoint.call("POST /identities/" + path, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("'" + member + "'").doesNotContain("secret-token");
    }
}
