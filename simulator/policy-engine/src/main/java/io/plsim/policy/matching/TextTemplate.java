package io.plsim.policy.matching;

import io.plsim.policy.matching.WildcardPattern.Kind;
import io.plsim.policy.request.ContextKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy value with wildcards, variables ({@code ${aws:username}}), defaults ({@code ${key, 'text'}}) and escapes
 * ({@code ${*}}); without variables it is compiled once, with them it is completed for each request. What a variable
 * stands for is always literal: a {@code *} in a session name is no wildcard.
 */
public final class TextTemplate {
    private static final String DEFAULT = ", '";

    private final String source;
    private final List<Part> parts;
    private final Dialect dialect;
    private final @Nullable WildcardPattern fixed;

    /** Which characters are wildcards. */
    public enum Dialect {
        /** None: StringEquals and its like. */
        LITERAL,
        /** Anywhere: StringLike. */
        GLOB,
        /** As in Resource: in the first five segments only a run at the end of a segment crosses the colon. */
        ARN
    }

    private record Part(
            boolean variable, String text, @Nullable String defaultValue) {}

    private TextTemplate(String source, List<Part> parts, Dialect dialect) {
        this.source = source;
        this.parts = parts;
        this.dialect = dialect;
        boolean variables = parts.stream().anyMatch(Part::variable);
        this.fixed = variables ? null : compile(parts, List.of());
    }

    /** A template; variables count only where {@code variables} says that this policy and place know them. */
    public static TextTemplate of(String text, Dialect dialect, boolean variables) {
        int from = dialect == Dialect.ARN ? afterFifthColon(text) : 0;
        boolean none = !variables || text.indexOf("${", from) < 0;
        return new TextTemplate(text, none ? List.of(new Part(false, text, null)) : split(text, from), dialect);
    }

    /** In an ARN a variable counts only in the last of the six parts (IAM User Guide, "Variables and tags"). */
    private static int afterFifthColon(String text) {
        int at = 0;
        for (int colons = 0; colons < 5; colons++) {
            at = text.indexOf(':', at) + 1;
            if (at == 0) {
                return text.length();
            }
        }
        return at;
    }

    /** The text as it was written. */
    public String source() {
        return source;
    }

    public boolean hasVariables() {
        return fixed == null;
    }

    /** The text before the first wildcard and the first variable: every text that matches starts with it. */
    public String literalPrefix() {
        if (fixed != null) {
            return fixed.literalPrefix();
        }
        return compile(parts.stream().takeWhile(part -> !part.variable()).toList(), List.of())
                .literalPrefix();
    }

    /** The names of the variables, in order. */
    public List<String> variables() {
        return parts.stream().filter(Part::variable).map(Part::text).toList();
    }

    /** The pattern for a request; empty when a variable has no value and no default: then nothing matches. */
    public Optional<WildcardPattern> resolve(ContextKeys context) {
        if (fixed != null) {
            return Optional.of(fixed);
        }
        List<String> values = new ArrayList<>();
        for (Part part : parts) {
            if (part.variable()) {
                List<String> found = context.get(part.text());
                String value = found != null && found.size() == 1 ? found.get(0) : part.defaultValue();
                if (value == null) {
                    return Optional.empty();
                }
                values.add(value);
            }
        }
        return Optional.of(compile(parts, values));
    }

    public boolean matches(String text, ContextKeys context) {
        if (fixed != null) {
            return fixed.matches(text);
        }
        return resolve(context).map(pattern -> pattern.matches(text)).orElse(false);
    }

    /** The written text with its variables filled in, for a person to read. */
    public String resolved(ContextKeys context) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            List<String> found = part.variable() ? context.get(part.text()) : null;
            if (!part.variable()) {
                text.append(part.text());
            } else if (found != null && found.size() == 1) {
                text.append(found.get(0));
            } else {
                text.append(part.defaultValue() == null ? "${" + part.text() + "}" : part.defaultValue());
            }
        }
        return text.toString();
    }

    private WildcardPattern compile(List<Part> all, List<String> values) {
        StringBuilder chars = new StringBuilder();
        List<Kind> kinds = new ArrayList<>();
        int next = 0;
        for (Part part : all) {
            if (part.variable()) {
                literal(values.get(next++), chars, kinds);
            } else if (part.defaultValue() != null) {
                literal(part.text(), chars, kinds);
            } else {
                wild(part.text(), chars, kinds);
            }
        }
        return new WildcardPattern(chars.toString().toCharArray(), kinds.toArray(new Kind[0]));
    }

    private static void literal(String text, StringBuilder chars, List<Kind> kinds) {
        chars.append(text);
        for (int i = 0; i < text.length(); i++) {
            kinds.add(Kind.LITERAL);
        }
    }

    private void wild(String text, StringBuilder chars, List<Kind> kinds) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inHead = dialect == Dialect.ARN && colons(chars) < 5;
            boolean endsSegment = i + 1 == text.length() || text.charAt(i + 1) == ':';
            chars.append(c);
            if (dialect == Dialect.LITERAL || c != '*' && c != '?') {
                kinds.add(Kind.LITERAL);
            } else if (c == '*') {
                kinds.add(inHead && !endsSegment ? Kind.RUN_IN_SEGMENT : Kind.RUN);
            } else {
                kinds.add(inHead ? Kind.ONE_IN_SEGMENT : Kind.ONE);
            }
        }
    }

    private static long colons(CharSequence text) {
        return text.chars().filter(c -> c == ':').count();
    }

    /** Splits at {@code ${...}}; what is no well-formed variable stays literal text. */
    private static List<Part> split(String text, int start) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int open = text.indexOf("${", start);
        while (open >= 0) {
            int close = close(text, open);
            if (close < 0) {
                break;
            }
            if (open > from) {
                parts.add(new Part(false, text.substring(from, open), null));
            }
            parts.add(variable(text.substring(open + 2, close), text.substring(open, close + 1)));
            from = close + 1;
            open = text.indexOf("${", from);
        }
        if (from < text.length()) {
            parts.add(new Part(false, text.substring(from), null));
        }
        return parts;
    }

    /** The brace that ends a variable; one between the quotes of its default does not. */
    private static int close(String text, int open) {
        int brace = text.indexOf('}', open);
        int quote = text.indexOf(DEFAULT, open);
        int end = quote < 0 || quote > brace ? -1 : text.indexOf("'}", quote + DEFAULT.length());
        return end < 0 ? brace : end + 1;
    }

    private static Part variable(String inside, String whole) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return new Part(false, inside, "");
        }
        int comma = inside.indexOf(DEFAULT);
        String name = comma < 0 ? inside : inside.substring(0, comma);
        if (comma > 0 && name.indexOf(' ') < 0 && inside.endsWith("'") && inside.length() > comma + DEFAULT.length()) {
            return new Part(true, name, inside.substring(comma + DEFAULT.length(), inside.length() - 1));
        }
        if (inside.isEmpty() || inside.indexOf(' ') >= 0 || inside.indexOf(',') >= 0) {
            return new Part(false, whole, "");
        }
        return new Part(true, inside, null);
    }
}
