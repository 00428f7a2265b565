package io.plsim.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.policy.twin.SlowValues;
import java.nio.charset.StandardCharsets;

/** Any text is a moment or none, and a number or none, as the slow twin says. */
class DateFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void aDateIsWhatItsTwinReads(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        assertThat(DateTests.date(text)).isEqualTo(SlowValues.date(text));
        if (text.length() < 1_000) {
            assertThat(NumericTests.number(text)).isEqualTo(SlowValues.number(text));
        }
    }
}
