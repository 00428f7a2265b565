package io.plsim.policy.lint.subject;

import java.util.ArrayList;
import java.util.List;

/**
 * A policy variable as it stands in a text.
 *
 * @param inside what stands between the braces; up to the end of the text when the brace is missing
 * @param start where the dollar stands
 * @param closed whether the closing brace is there
 */
public record VariableText(String inside, int start, boolean closed) {
    /** Every variable of a text, well formed or not, in order. */
    public static List<VariableText> in(String text) {
        List<VariableText> all = new ArrayList<>();
        for (int open = text.indexOf("${"); open >= 0; ) {
            int close = text.indexOf('}', open);
            boolean closed = close >= 0;
            all.add(new VariableText(text.substring(open + 2, closed ? close : text.length()), open, closed));
            open = closed ? text.indexOf("${", close) : -1;
        }
        return all;
    }

    /** Whether it stands for a literal {@code *}, {@code ?} or {@code $}. */
    public boolean escape() {
        return closed && (inside.equals("*") || inside.equals("?") || inside.equals("$"));
    }

    /** The context key that it names, without its default. */
    public String key() {
        int comma = inside.indexOf(',');
        return comma < 0 ? inside : inside.substring(0, comma);
    }

    /** Whether it is a key, or a key with a default in single quotes after a comma and a space. */
    public boolean wellFormed() {
        if (!closed || key().isEmpty() || key().chars().anyMatch(Character::isWhitespace)) {
            return false;
        }
        String rest = inside.substring(key().length());
        return rest.isEmpty() || rest.startsWith(", '") && rest.endsWith("'") && rest.length() > 3;
    }
}
