package io.plsim.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WildcardTwinTest {
    @Property(tries = 20_000)
    void theMatcherAgreesWithAPlainRegularExpression(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(WildcardPattern.of(pattern).matches(text)).isEqualTo(twin(pattern, text));
    }

    private static boolean twin(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'b', ':', '*', '?').ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b', ':').ofMaxLength(14);
    }

    @Test
    void anAdversarialPatternEnds() {
        String text = "a".repeat(20_000);
        assertThat(WildcardPattern.of("*a".repeat(100) + "*b").matches(text)).isFalse();
    }
}
