package io.plsim.testkit.decisions;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An IAM caller that the simulator knows: an access key and whom it belongs to. Its secret is made for tests.
 *
 * @param accessKeyId 1 to 128 word characters
 * @param sessionToken for temporary credentials only
 * @param arn the user, assumed-role session or root
 * @param roleArn of a session: its role with path, so that a policy naming the role is compared whole
 * @param organizationId what {@code aws:PrincipalOrgID} says
 * @param tags what {@code aws:PrincipalTag/...} says
 */
public record SimulatedPrincipal(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken,
        String arn,
        @Nullable String roleArn,
        @Nullable String organizationId,
        Map<String, String> tags) {

    /** User alice of account 111122223333. */
    public static final SimulatedPrincipal ALICE = of(
            "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "arn:aws:iam::111122223333:user/alice");

    /** User bob of account 111122223333. */
    public static final SimulatedPrincipal BOB = of(
            "AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY", "arn:aws:iam::111122223333:user/bob");

    /** A session of role agent-runner of account 111122223333. */
    public static final SimulatedPrincipal AGENT_RUNNER = new SimulatedPrincipal(
            "ASIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "EXAMPLESESSIONTOKEN",
            "arn:aws:sts::111122223333:assumed-role/agent-runner/session-1",
            "arn:aws:iam::111122223333:role/service-role/agent-runner",
            null,
            Map.of());

    /** User mallory of another account. */
    public static final SimulatedPrincipal MALLORY = of(
            "AKIAOUTSIDER0EXAMPLE",
            "outsiderSecret0outsiderSecret0outsider00",
            "arn:aws:iam::444455556666:user/mallory");

    /** The callers that exist when none are configured; the first is whom the getters speak of. */
    public static final List<SimulatedPrincipal> DEFAULTS = List.of(ALICE, BOB, AGENT_RUNNER, MALLORY);

    public SimulatedPrincipal {
        tags = Map.copyOf(tags);
    }

    /** A caller with long-lived credentials. */
    public static SimulatedPrincipal of(String accessKeyId, String secretAccessKey, String arn) {
        return new SimulatedPrincipal(accessKeyId, secretAccessKey, null, arn, null, null, Map.of());
    }

    @Override
    public String toString() {
        return arn + " (" + accessKeyId + ")";
    }
}
