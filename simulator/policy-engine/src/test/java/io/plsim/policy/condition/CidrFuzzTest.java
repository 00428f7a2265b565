package io.plsim.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.twin.SlowValues;
import java.nio.charset.StandardCharsets;

/** A range in the first line, an address in the second: in it or not, as the slow twin says. */
class CidrFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void aRangeHoldsWhatItsTwinHolds(byte[] input) {
        String[] lines = (new String(input, StandardCharsets.ISO_8859_1) + "\n").split("\n", 3);
        assertThat(IpTests.within(lines[0], false).test(lines[1], ContextKeys.NONE))
                .isEqualTo(SlowValues.inRange(lines[1], lines[0]));
    }
}
