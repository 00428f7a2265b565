package io.plsim.server.authentication.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whatever arrives in an Authorization header, a query or a target: it is read or refused with AWS's words, nothing else
 * is thrown, and no message gives a long word of the client back. An input is read as ISO-8859-1, as a socket is.
 */
class SignatureFuzzTest {
    private static final Headers DATED =
            new Headers(List.of(new Header("Host", "localhost"), new Header("X-Amz-Date", "20261123T120000Z")));

    @FuzzTest(maxDuration = "20s")
    void theAuthorizationHeaderIsReadOrRefused(byte[] input) throws Exception {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        try {
            SignatureClaim claim = AuthorizationHeader.read(DATED, header);
            assertThat(claim.credential()).isNotEmpty();
            assertThat(claim.signature()).isNotEmpty();
            assertThat(SignedHeaders.parse(claim.signedHeaders()).names())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .contains("host");
        } catch (SignatureException refused) {
            assertNothingLong(refused);
        }
        AuthenticationResult result = Signed.judged(Signed.request(
                "POST",
                "/",
                null,
                List.of(
                        new Header("Host", "localhost"),
                        new Header("X-Amz-Date", "20261123T120000Z"),
                        new Header("Authorization", header)),
                new byte[0]));
        assertThat(result).isNotInstanceOf(AuthenticationResult.SignedBy.class);
    }

    @FuzzTest(maxDuration = "20s")
    void thePresignedQueryIsReadOrRefused(byte[] input) throws Exception {
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&" + new String(input, StandardCharsets.ISO_8859_1);
        try {
            SignatureClaim claim = PresignedQuery.read(DATED, query);
            assertThat(claim.lifetime()).isNotEmpty();
        } catch (SignatureException refused) {
            assertNothingLong(refused);
        }
        AuthenticationResult result =
                Signed.judged(Signed.request("GET", "/", query, List.of(new Header("Host", "localhost")), new byte[0]));
        assertThat(result).isInstanceOf(Refused.class);
    }

    /** Path, query and a header value, one a line: the canonical form is stable and has no room for another line. */
    @FuzzTest(maxDuration = "20s")
    void theCanonicalRequestHasItsLinesAndIsStable(byte[] input) throws Exception {
        String[] lines = (new String(input, StandardCharsets.ISO_8859_1) + "\n\n\n").split("\n", 4);
        String value = lines[2].replaceAll("[\\r\\n]", "");
        SignedHeaders signed = SignedHeaders.parse("host;x-value");
        CanonicalRequest canonical = CanonicalRequest.of(
                Signed.request(
                        "GET",
                        "/" + lines[0],
                        lines[1],
                        List.of(new Header("Host", "localhost"), new Header("X-Value", value)),
                        new byte[0]),
                signed,
                SignatureClaim.Place.HEADER,
                "hash");
        assertThat(canonical.text().split("\n", -1)).hasSize(8);
        assertThat(canonical.path()).matches("[A-Za-z0-9/_.~%-]+");
        assertThat(canonical.query()).matches("[A-Za-z0-9_.~%=&-]*");
        assertThat(CanonicalQuery.of(canonical.query(), false)).isEqualTo(canonical.query());
        assertThat(Escapes.unescape(canonical.path())).isEqualTo("/" + lines[0]);
    }

    private static void assertNothingLong(SignatureException refused) {
        String message = refused.refusal().message();
        assertThat(message).isNotBlank().hasSizeLessThan(1_000);
        String quoted = message.replaceAll("Authorization=[A-Za-z0-9+/=]{44}$", "");
        assertThat(quoted).doesNotContainPattern("[A-Za-z0-9]{24}");
        assertThat(message).doesNotContainPattern("[^ -~]");
    }
}
