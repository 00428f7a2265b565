package io.plsim.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A caller's ARN in the first line, its role's in the second: a principal that prints as it was written, or a refusal. */
class PrincipalArnFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void aCallerPrintsAsItWasWritten(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        Optional<String> role = lines.length == 2 ? Optional.of(lines[1]) : Optional.empty();
        try {
            Principal caller = Principals.fromArn(lines[0], role);
            assertThat(caller.arn()).contains(lines[0]);
            assertThat(CallerNames.of(caller)).contains(lines[0]).doesNotContainNull();
            assertThat(PrincipalKeys.complete(
                                    ContextKeys.NONE,
                                    caller,
                                    io.plsim.policy.document.Readings.OAuthPrincipalKeys.ABSENT)
                            .get("aws:PrincipalArn"))
                    .hasSize(1);
        } catch (MalformedRequestException refused) {
            assertThat(refused).hasMessageContaining("\"");
        }
    }
}
