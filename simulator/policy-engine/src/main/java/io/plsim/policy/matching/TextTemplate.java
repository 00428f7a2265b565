package io.plsim.policy.matching;

import io.plsim.policy.matching.WildcardPattern.Kind;
import io.plsim.policy.request.ContextKeyName;
import io.plsim.policy.request.ContextKeys;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy value with wildcards, variables ({@code ${aws:username}}), defaults ({@code ${key, 'text'}}) and escapes
 * ({@code ${*}}); without variables it is compiled once, with them it is completed for each request. What a variable
 * stands for is always literal: a {@code *} in a session name is no wildcard.
 */
public final class TextTemplate {
    private final String source;
    private final List<TemplatePart> parts;
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

    private TextTemplate(String source, List<TemplatePart> parts, Dialect dialect) {
        this.source = source;
        this.parts = parts;
        this.dialect = dialect;
        this.fixed = parts.stream().anyMatch(TemplatePart::isVariable) ? null : compile(parts, ContextKeys.NONE);
    }

    /** A template; variables count only where {@code variables} says that this policy and place know them. */
    public static TextTemplate of(String text, Dialect dialect, boolean variables) {
        int from = !variables ? text.length() : dialect == Dialect.ARN ? afterFifthColon(text) : 0;
        return new TextTemplate(text, TemplatePart.split(text, from), dialect);
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
        List<TemplatePart> before =
                parts.stream().takeWhile(part -> !part.isVariable()).toList();
        return compile(before, ContextKeys.NONE).literalPrefix();
    }

    /** The names of the variables, in order. */
    public List<String> variables() {
        return parts.stream()
                .map(TemplatePart::key)
                .flatMap(Optional::stream)
                .map(ContextKeyName::text)
                .toList();
    }

    /** The pattern for a request; empty when a variable has no value and no default: then nothing matches. */
    public Optional<WildcardPattern> resolve(ContextKeys context) {
        if (fixed != null) {
            return Optional.of(fixed);
        }
        return hasValues(context) ? Optional.of(compile(parts, context)) : Optional.empty();
    }

    /** Whether every variable has a value or a default in a request. */
    public boolean hasValues(ContextKeys context) {
        for (TemplatePart part : parts) {
            if (part.in(context) == null) {
                return false;
            }
        }
        return true;
    }

    public boolean matches(String text, ContextKeys context) {
        if (fixed != null) {
            return fixed.matches(text);
        }
        if (!hasValues(context)) {
            return false;
        }
        return dialect == Dialect.LITERAL
                ? resolved(context).equals(text)
                : compile(parts, context).matches(text);
    }

    /** The written text with its variables filled in, for a person to read; those without a value stay as written. */
    public String resolved(ContextKeys context) {
        StringBuilder text = new StringBuilder();
        for (TemplatePart part : parts) {
            String value = part.in(context);
            text.append(value == null ? part.written() : value);
        }
        return text.toString();
    }

    private WildcardPattern compile(List<TemplatePart> all, ContextKeys context) {
        String[] texts = new String[all.size()];
        int length = 0;
        for (int i = 0; i < texts.length; i++) {
            String value = all.get(i).in(context);
            texts[i] = value == null ? "" : value;
            length += texts[i].length();
        }
        char[] chars = new char[length];
        Kind[] kinds = new Kind[length];
        int at = 0;
        int colons = 0;
        for (int i = 0; i < texts.length; i++) {
            boolean wild = all.get(i).isWild() && dialect != Dialect.LITERAL;
            for (int j = 0; j < texts[i].length(); j++) {
                char c = texts[i].charAt(j);
                boolean endsSegment = j + 1 == texts[i].length() || texts[i].charAt(j + 1) == ':';
                chars[at] = c;
                kinds[at++] = wild ? kind(c, dialect == Dialect.ARN && colons < 5, endsSegment) : Kind.LITERAL;
                colons += c == ':' ? 1 : 0;
            }
        }
        return new WildcardPattern(chars, kinds);
    }

    private static Kind kind(char c, boolean inHead, boolean endsSegment) {
        if (c == '*') {
            return inHead && !endsSegment ? Kind.RUN_IN_SEGMENT : Kind.RUN;
        }
        if (c == '?') {
            return inHead ? Kind.ONE_IN_SEGMENT : Kind.ONE;
        }
        return Kind.LITERAL;
    }
}
