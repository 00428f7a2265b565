package io.plsim.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.policy.matching.TextTemplate.Dialect;
import io.plsim.policy.request.ContextKeys;
import java.nio.charset.StandardCharsets;

/** A pattern in the first line, a text in the second: matched as a table of all prefixes says. */
class WildcardFuzzTest {
    @FuzzTest(maxDuration = "4m")
    void patternsMatchAsTheTableSays(byte[] input) {
        String[] lines = (new String(input, StandardCharsets.ISO_8859_1) + "\n").split("\n", 3);
        boolean small = (long) lines[0].length() * lines[1].length() < 200_000;
        boolean glob = WildcardPattern.of(lines[0]).matches(lines[1]);
        boolean arn = TextTemplate.of(lines[0], Dialect.ARN, false).matches(lines[1], ContextKeys.NONE);
        if (small) {
            assertThat(glob).as("glob").isEqualTo(PrefixTableMatcher.matches(lines[0], lines[1], false));
            assertThat(arn).as("arn").isEqualTo(PrefixTableMatcher.matches(lines[0], lines[1], true));
        }
    }
}
