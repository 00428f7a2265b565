package io.plsim.server.forwarding.stub.state;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes identifiers of the service's forms. As thread-safe as its source of randomness. */
public final class Ids {
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int DIGITS_AND_CAPITALS = 36;

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** Thirty-six characters in the form of a UUID. */
    public String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Letters and digits. */
    public String alphanumeric(int length) {
        return text(length, ALPHANUMERIC.length());
    }

    /** Digits and capital letters. */
    public String capitals(int length) {
        return text(length, DIGITS_AND_CAPITALS);
    }

    private String text(int length, int alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHANUMERIC.charAt(random.nextInt(alphabet)));
        }
        return text.toString();
    }
}
