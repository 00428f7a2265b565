package io.plsim.server.authentication.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.authentication.Authenticator;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * One byte of what was signed is replaced, added or taken away, tens of thousands of times: nothing is accepted but what
 * means the same, which is the same canonical request with the same claim.
 */
class MutatedRequestsTest {
    private static final int MUTANTS = 60_000;
    private static final int OF_EACH = 60;

    @Test
    void noChangeOfOneByteIsAcceptedUnlessTheCanonicalRequestStaysTheSame() throws Exception {
        Authenticator authenticator = Signed.examiningOneIn(60);
        RandomRequests requests = new RandomRequests(99);
        Random random = new Random(99);
        Map<String, Integer> same = new TreeMap<>();
        int accepted = 0;
        for (int i = 0; i < MUTANTS; i++) {
            if (i % OF_EACH == 0) {
                original = next(requests, i / OF_EACH);
                assertThat(authenticator.identify(original)).isInstanceOf(SignedBy.class);
            }
            Mutant mutant = mutate(original, random);
            if (authenticator.identify(mutant.request()) instanceof SignedBy) {
                accepted++;
                assertThat(meaning(mutant.request())).as("%s", mutant).isEqualTo(meaning(original));
                same.merge(mutant.part(), 1, Integer::sum);
            }
        }
        System.out.printf(
                "%,d mutants of signed requests: %,d refused; %,d accepted, all of them the same canonical request %s%n",
                MUTANTS, MUTANTS - accepted, accepted, same);
        // A mutator that changes nothing would find nothing.
        assertThat(accepted).isLessThan(MUTANTS / 20);
    }

    private InboundRequest original = Signed.request("GET", "/", null, List.of(), new byte[0]);

    private record Mutant(String part, InboundRequest request) {}

    private static InboundRequest next(RandomRequests requests, int i) {
        SdkHttpRequest unsigned = requests.next();
        return switch (i % 3) {
            case 0 -> Signed.inHeader(unsigned, requests.body(unsigned), Signed.ALICE);
            case 1 -> Signed.inHeader(unsigned, requests.body(unsigned), Signed.SESSION);
            default ->
                Signed.inQuery(
                        unsigned.toBuilder().method(SdkHttpMethod.GET).build(), Signed.SESSION, Duration.ofMinutes(5));
        };
    }

    /** Everything that the answer could depend on: what is signed, by whom, when and for how long. */
    private static String meaning(InboundRequest request) throws Exception {
        boolean presigned = PresignedQuery.isPresigned(request.rawQuery());
        SignatureClaim claim = presigned
                ? PresignedQuery.read(request.headers(), String.valueOf(request.rawQuery()))
                : AuthorizationHeader.read(
                        request.headers(),
                        request.headers().first("Authorization").orElseThrow());
        return CanonicalRequest.of(
                                request,
                                SignedHeaders.parse(claim.signedHeaders()),
                                claim.place(),
                                request.body().sha256Hex())
                        .text()
                + "\n" + claim.credential() + claim.signature() + claim.date() + claim.lifetime()
                + claim.sessionTokens();
    }

    private static Mutant mutate(InboundRequest request, Random random) throws IOException {
        String query = request.rawQuery();
        List<Header> headers = request.headers().lines();
        byte[] body;
        try (var in = request.body().open()) {
            body = in.readAllBytes();
        }
        int part = random.nextInt(10);
        if (part == 0) {
            return new Mutant(
                    "method", Signed.request(spoil(request.method(), random), request.rawPath(), query, headers, body));
        }
        if (part <= 2) {
            return new Mutant(
                    "path", Signed.request(request.method(), spoil(request.rawPath(), random), query, headers, body));
        }
        if (part <= 4 && query != null && !query.isEmpty()) {
            return new Mutant(
                    "query", Signed.request(request.method(), request.rawPath(), spoil(query, random), headers, body));
        }
        if (part == 5 && body.length > 0) {
            byte[] other =
                    spoil(new String(body, StandardCharsets.ISO_8859_1), random).getBytes(StandardCharsets.ISO_8859_1);
            return new Mutant("body", Signed.request(request.method(), request.rawPath(), query, headers, other));
        }
        List<Header> lines = new ArrayList<>(headers);
        int at = random.nextInt(lines.size());
        Header line = lines.get(at);
        boolean name = random.nextInt(8) == 0;
        lines.set(
                at,
                name
                        ? new Header(spoil(line.name(), random), line.value())
                        : new Header(line.name(), spoil(line.value(), random)));
        return new Mutant(
                (name ? "name of " : "") + line.name().toLowerCase(java.util.Locale.ROOT),
                Signed.request(request.method(), request.rawPath(), query, lines, body));
    }

    /** One byte replaced, added or taken away. */
    private static String spoil(String text, Random random) {
        int kind = text.isEmpty() ? 1 : random.nextInt(4);
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        char other = (char) random.nextInt(256);
        if (kind == 1) {
            return text.substring(0, at) + other + text.substring(at);
        }
        if (kind == 2) {
            return text.substring(0, at) + text.substring(at + 1);
        }
        // Small changes are the likelier ones to slip through: another case, the next letter.
        char near = random.nextBoolean() ? (char) (text.charAt(at) ^ 0x20) : (char) (text.charAt(at) ^ 1);
        char replacement = kind == 3 ? near : other;
        return replacement == text.charAt(at)
                ? spoil(text, random)
                : text.substring(0, at) + replacement + text.substring(at + 1);
    }
}
