package io.plsim.policy.matching;

import io.plsim.policy.request.ContextKeyName;
import io.plsim.policy.request.ContextKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a policy value: text as it was written, a literal character or text, or a variable (IAM User Guide, "IAM
 * policy elements: Variables and tags"). What looks like a variable and is none, such as {@code ${}} or a default without
 * its quotes, is literal text.
 */
sealed interface TemplatePart {
    /** What it stands for in a request; null for a variable without a value and without a default. */
    @Nullable
    String in(ContextKeys context);

    /** How it was written. */
    String written();

    /** Whether the wildcards in it are wildcards. */
    default boolean isWild() {
        return false;
    }

    default boolean isVariable() {
        return key().isPresent();
    }

    /** The context key of a variable. */
    default Optional<ContextKeyName> key() {
        return Optional.empty();
    }

    /** Text between variables. */
    record Text(String written) implements TemplatePart {
        @Override
        public String in(ContextKeys context) {
            return written;
        }

        @Override
        public boolean isWild() {
            return true;
        }
    }

    /** Text that is meant letter by letter: {@code ${*}}, {@code ${?}}, {@code ${$}}, or a variable that is none. */
    record Literal(String meant, String written) implements TemplatePart {
        @Override
        public String in(ContextKeys context) {
            return meant;
        }
    }

    /** A variable; a key with several values cannot stand for one text, so it counts as absent. */
    record Variable(ContextKeyName name, @Nullable String otherwise, String written) implements TemplatePart {
        @Override
        public @Nullable String in(ContextKeys context) {
            List<String> values = context.get(name);
            return values != null && values.size() == 1 ? values.get(0) : otherwise;
        }

        @Override
        public Optional<ContextKeyName> key() {
            return Optional.of(name);
        }
    }

    /** Takes a text apart; variables are looked for from an index on. */
    static List<TemplatePart> split(String text, int start) {
        List<TemplatePart> parts = new ArrayList<>();
        int from = 0;
        int open = text.indexOf("${", start);
        while (open >= 0) {
            int close = close(text, open);
            if (close < 0) {
                break;
            }
            if (open > from) {
                parts.add(new Text(text.substring(from, open)));
            }
            parts.add(braced(text.substring(open, close + 1)));
            from = close + 1;
            open = text.indexOf("${", from);
        }
        if (from < text.length()) {
            parts.add(new Text(text.substring(from)));
        }
        return List.copyOf(parts);
    }

    /** The brace that ends a variable; one between the quotes of its default does not. */
    private static int close(String text, int open) {
        int brace = text.indexOf('}', open);
        int quote = text.indexOf(", '", open);
        int end = quote < 0 || quote > brace ? -1 : text.indexOf("'}", quote + 3);
        return end < 0 ? brace : end + 1;
    }

    private static TemplatePart braced(String written) {
        String inside = written.substring(2, written.length() - 1);
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return new Literal(inside, written);
        }
        int comma = inside.indexOf(", '");
        String name = comma < 0 ? inside : inside.substring(0, comma);
        boolean quoted = comma >= 0 && inside.endsWith("'") && inside.length() > comma + 3;
        if (name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf(',') >= 0 || comma >= 0 && !quoted) {
            return new Literal(written, written);
        }
        String otherwise = quoted ? inside.substring(comma + 3, inside.length() - 1) : null;
        return new Variable(new ContextKeyName(name), otherwise, written);
    }
}
