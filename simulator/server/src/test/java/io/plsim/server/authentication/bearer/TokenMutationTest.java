package io.plsim.server.authentication.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Every token that differs from a valid one in a single character is refused: at every position, and with every
 * character where a part ends, because there a lenient decoder drops bits.
 */
class TokenMutationTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** Some of the alphabet, what lenient decoders take as well, and what never belongs there. */
    private static final String SOME = "AQgz09-_.=+ \u00e9";

    private static final String ADDED = "A.=";

    @Test
    void noCharacterOfAnRsaTokenCanBeChangedRemovedOrAdded() {
        BuiltInIssuer issuer = new BuiltInIssuer("http://localhost/oauth", Clock.systemUTC());
        TokenVerifier verifier = new TokenVerifier(issuer, List.of(), TokenRules.DEFAULT, Clock.systemUTC());
        String token = issuer.mint(Map.of("client_id", "web"), null, null);
        assertThat(verifier.verify(token, null)).isInstanceOf(TokenProof.Proven.class);
        refuseEveryMutant("RS256", token, mutant -> {
            TokenProof proof = verifier.verify(mutant, null);
            return proof instanceof TokenProof.Refused refused
                    ? refused.refusal().name()
                    : "ACCEPTED";
        });
    }

    @Test
    void noCharacterOfAnEllipticCurveTokenCanBeChangedRemovedOrAdded() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        TokenKeys keys = new TokenKeys("i", new JWKSet(key.toPublicJWK()));
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(),
                new JWTClaimsSet.Builder().issuer("i").build());
        jwt.sign(new ECDSASigner(key));
        SignatureCheck check = new SignatureCheck(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256));
        Function<String, String> verdict = text -> {
            try {
                CompactToken token = CompactToken.read(text);
                check.checkHeader(token.jwt().getHeader());
                check.check(token, new Unchanging(keys), keys);
                return "ACCEPTED";
            } catch (TokenRefusedException refused) {
                return refused.refusal().name();
            } catch (IssuerUnreachableException impossible) {
                throw new AssertionError(impossible);
            }
        };
        assertThat(verdict.apply(jwt.serialize())).isEqualTo("ACCEPTED");
        refuseEveryMutant("ES256", jwt.serialize(), verdict);
    }

    private record Unchanging(TokenKeys current) implements KeySource {
        @Override
        public TokenKeys newerThan(TokenKeys known) {
            return current;
        }
    }

    private static void refuseEveryMutant(String name, String token, Function<String, String> verdict) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int at = 0; at <= token.length(); at++) {
            String before = token.substring(0, at);
            String from = token.substring(at);
            if (!from.isEmpty()) {
                count(counts, token, before + from.substring(1), verdict);
            }
            for (char other : ADDED.toCharArray()) {
                count(counts, token, before + other + from, verdict);
            }
            boolean partEnds = at + 1 == token.length() || from.startsWith(".", 1);
            for (char other : (partEnds ? ALPHABET + SOME : SOME).toCharArray()) {
                if (!from.isEmpty()) {
                    count(counts, token, before + other + from.substring(1), verdict);
                }
            }
        }
        System.out.println(name + " mutants by refusal: " + counts + ", in all "
                + counts.values().stream().mapToInt(Integer::intValue).sum());
        assertThat(counts).doesNotContainKey("ACCEPTED").hasSizeGreaterThan(2);
    }

    private static void count(
            Map<String, Integer> counts, String token, String mutant, Function<String, String> verdict) {
        if (!mutant.equals(token)) {
            counts.merge(verdict.apply(mutant), 1, Integer::sum);
        }
    }
}
