package io.plsim.server.forwarding.stub.scripted;

import org.jspecify.annotations.Nullable;

/** What a scripted answer must fulfil before it is taken. */
final class Check {
    private Check() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void delay(@Nullable Long millis) {
        that(
                millis == null || (millis >= 0 && millis <= ScriptedAnswer.MAX_DELAY_MILLIS),
                "delayMillis must be between 0 and " + ScriptedAnswer.MAX_DELAY_MILLIS);
    }

    static void header(String name, String value) {
        that(!name.isEmpty() && name.chars().allMatch(Check::isNameCharacter), "a header has no proper name");
        that(value.chars().allMatch(c -> c >= ' ' && c < 0x7f), "the header " + name + " has no proper value");
    }

    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static boolean isNameCharacter(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }
}
