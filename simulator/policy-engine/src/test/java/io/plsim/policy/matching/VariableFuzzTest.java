package io.plsim.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.policy.matching.TextTemplate.Dialect;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.twin.SlowText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A text with variables in the first line, the value of {@code k} in the second: completed as the slow twin does. */
class VariableFuzzTest {
    @FuzzTest(maxDuration = "4m")
    void variablesArePutInAsTheTwinDoes(byte[] input) {
        String[] lines = (new String(input, StandardCharsets.UTF_8) + "\n").split("\n", 3);
        ContextKeys context = ContextKeys.builder().put("k", lines[1]).build();
        Optional<String> twin = SlowText.with(lines[0], context.asMap()).map(SlowText::plain);
        TextTemplate template = TextTemplate.of(lines[0], Dialect.LITERAL, true);
        assertThat(template.hasValues(context)).isEqualTo(twin.isPresent());
        if (twin.isPresent()) {
            assertThat(template.resolved(context)).isEqualTo(twin.get());
            assertThat(template.matches(twin.get(), context)).isTrue();
        }
        for (Dialect dialect : Dialect.values()) {
            TextTemplate other = TextTemplate.of(lines[0], dialect, true);
            boolean matches = other.matches(lines[1], context);
            assertThat(matches && !lines[1].startsWith(other.literalPrefix())).isFalse();
            assertThat(other.resolve(context)
                            .map(pattern -> pattern.matches(lines[1]))
                            .orElse(false))
                    .isEqualTo(matches);
        }
    }
}
