package io.plsim.policy.request;

/** The name of a context key, ready to be looked up: names are compared without regard to case. */
public final class ContextKeyName {
    private final String text;
    private final int hash;

    public ContextKeyName(String text) {
        this.text = text;
        this.hash = hash(text);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    int foldedHash() {
        return hash;
    }

    /** Equal for names that {@link String#equalsIgnoreCase} calls equal, and found without a lower-case copy. */
    static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            hash = 31 * hash + (c < 128 ? folded(c) : Character.isSurrogate(c) ? 0 : foldedFar(c));
        }
        return hash ^ hash >>> 16;
    }

    private static int folded(char c) {
        return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }

    private static int foldedFar(char c) {
        char low = Character.toLowerCase(Character.toUpperCase(c));
        return low < 128 ? folded(low) : low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContextKeyName name && text.equalsIgnoreCase(name.text);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return text;
    }
}
