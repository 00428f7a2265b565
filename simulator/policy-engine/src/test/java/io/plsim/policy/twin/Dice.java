package io.plsim.policy.twin;

import java.util.List;
import java.util.Random;

/** Chance with a memory: the same seed makes the same choices. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** True in so many of a hundred throws. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
