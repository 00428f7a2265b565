package io.plsim.policy.condition;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Byte comparison: both the policy's value and the request's are base64 text. */
final class BinaryTest {
    private BinaryTest() {}

    static ValueTest same(String value, boolean variables) {
        return bytes(value)
                .<ValueTest>map(wanted -> (requestValue, context) -> bytes(requestValue)
                        .filter(asked -> Arrays.equals(asked, wanted))
                        .isPresent())
                .orElse(ValueTest.NEVER);
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
