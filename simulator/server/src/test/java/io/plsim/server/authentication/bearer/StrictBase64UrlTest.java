package io.plsim.server.authentication.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrictBase64UrlTest {
    private static final String CHARACTERS = "ABCXYZabcxyz0189-_=+/.~ ";

    /** The slow twin: a text is canonical when encoding what it decodes to gives it back. */
    private static boolean twin(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return !text.isEmpty()
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    @Test
    void agreesWithDecodingAndEncodingAgain() {
        Random random = new Random(7);
        int canonical = 0;
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(10);
            while (text.length() < length) {
                text.append(CHARACTERS.charAt(random.nextInt(random.nextInt(4) == 0 ? CHARACTERS.length() : 18)));
            }
            boolean strict = StrictBase64Url.isCanonical(text.toString(), 0, text.length());
            assertThat(strict).as("<%s>", text).isEqualTo(twin(text.toString()));
            canonical += strict ? 1 : 0;
        }
        assertThat(canonical).as("the generator reaches both answers").isBetween(2_000, 38_000);
    }
}
