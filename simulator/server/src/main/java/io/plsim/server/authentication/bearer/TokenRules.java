package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every bearer token must keep to, whoever issues it.
 *
 * @param algorithms the signature algorithms that are taken; fixed here, never chosen by the token
 * @param skew how far the clocks of issuer and endpoint may differ
 * @param keysKept for how long the keys of an issuer are used before they are fetched again
 */
public record TokenRules(Set<JWSAlgorithm> algorithms, Duration skew, Duration keysKept) {
    /** What can be configured: signatures by a private key. A shared secret or none at all proves nothing here. */
    public static final List<String> SUPPORTED =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    public static final TokenRules DEFAULT = of(SUPPORTED, Duration.ofSeconds(60), Duration.ofMinutes(5));

    public TokenRules {
        algorithms = Set.copyOf(algorithms);
    }

    /** Rules with algorithms by name. */
    public static TokenRules of(List<String> algorithms, Duration skew, Duration keysKept) {
        return new TokenRules(algorithms.stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()), skew, keysKept);
    }
}
