package io.plsim.server.authentication.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.authentication.Authenticator;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Properties of random requests with the AWS SDK's signer as the oracle. */
class SdkSignaturesTest {
    private static final int CASES = 3_000;

    @Test
    void whatTheSdkSignsInTheHeaderIsAcceptedAndWithAnyOtherSecretItIsNot() throws Exception {
        Authenticator authenticator = Signed.authenticator();
        RandomRequests requests = new RandomRequests(20261123);
        for (int i = 0; i < CASES; i++) {
            SdkHttpRequest unsigned = requests.next();
            byte[] body = requests.body(unsigned);
            AwsCredentialsIdentity identity = i % 2 == 0 ? Signed.ALICE : Signed.SESSION;
            InboundRequest signed = Signed.inHeader(unsigned, body, identity);
            assertThat(authenticator.identify(signed))
                    .as("case %d: %s", i, unsigned)
                    .isInstanceOf(SignedBy.class);
            if (i % 10 == 0) {
                InboundRequest forged = Signed.inHeader(
                        unsigned, body, AwsCredentialsIdentity.create(Signed.ALICE.accessKeyId(), "guess" + i));
                assertMismatch(authenticator.identify(forged));
            }
        }
    }

    @Test
    void whatTheSdkPresignsIsAcceptedAndWithAnyOtherSecretItIsNot() throws Exception {
        Authenticator authenticator = Signed.authenticator();
        RandomRequests requests = new RandomRequests(42);
        for (int i = 0; i < CASES; i++) {
            SdkHttpRequest unsigned = requests.next();
            InboundRequest signed =
                    Signed.inQuery(unsigned, i % 2 == 0 ? Signed.ALICE : Signed.SESSION, Duration.ofMinutes(5));
            assertThat(authenticator.identify(signed))
                    .as("case %d: %s", i, unsigned)
                    .isInstanceOf(SignedBy.class);
            if (i % 10 == 0) {
                assertMismatch(authenticator.identify(Signed.inQuery(
                        unsigned,
                        AwsCredentialsIdentity.create(Signed.ALICE.accessKeyId(), "guess" + i),
                        Duration.ofMinutes(5))));
            }
        }
    }

    @Test
    void theOrderOfQueryParametersAndHeadersOnTheWireDoesNotMatter() throws Exception {
        RandomRequests requests = new RandomRequests(7);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            SdkHttpRequest unsigned = requests.next();
            byte[] body = requests.body(unsigned);
            InboundRequest signed = Signed.inHeader(unsigned, body, Signed.ALICE);
            String query = signed.rawQuery() == null ? "" : signed.rawQuery();
            List<String> pairs = new ArrayList<>(List.of(query.split("&")));
            java.util.Collections.shuffle(pairs, random);
            List<Header> lines = new ArrayList<>(signed.headers().lines());
            lines.sort((one, other) -> other.name().compareTo(one.name()));
            InboundRequest shuffled =
                    Signed.request(signed.method(), signed.rawPath(), String.join("&", pairs), lines, body);
            assertThat(Signed.judged(shuffled)).isInstanceOf(SignedBy.class);
        }
    }

    @Test
    void headerValuesOutsideAsciiAreTakenOctetByOctet() throws Exception {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .uri(java.net.URI.create("http://localhost/runtimes/a/invocations"))
                .method(SdkHttpMethod.POST)
                .putHeader("mcp-name", "caf\u00e9 \u65e5\u672c")
                .build();
        InboundRequest signed = Signed.inHeader(unsigned, new byte[0], Signed.ALICE);
        List<Header> octets = signed.headers().lines().stream()
                .map(header -> new Header(
                        header.name(),
                        new String(header.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .toList();
        assertThat(Signed.judged(
                        Signed.request(signed.method(), signed.rawPath(), signed.rawQuery(), octets, new byte[0])))
                .isInstanceOf(SignedBy.class);
    }

    private static void assertMismatch(AuthenticationResult result) {
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).refusal().error()).isEqualTo(AwsError.INVALID_SIGNATURE);
    }
}
