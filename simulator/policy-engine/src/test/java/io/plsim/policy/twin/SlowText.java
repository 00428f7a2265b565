package io.plsim.policy.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Policy texts with their variables put in, matched by regular expressions (rules 40 to 54). */
public final class SlowText {
    /** {@code ${*}}, {@code ${key}}, {@code ${key, 'default'}}, or something in braces that is none of these. */
    private static final Pattern BRACED = Pattern.compile(
            "\\$\\{(?:([*?$])|([^ ,}]+)(?:, '(.*?)')?)}|\\$\\{[^}]*?, '.*?'}|\\$\\{[^}]*}", Pattern.DOTALL);

    private static final char FIRST_PLACEHOLDER = '\uE000';

    private final String text;
    private final List<String> literals;

    /** A text in which every literal piece is one private character. */
    private SlowText(String text, List<String> literals) {
        this.text = text;
        this.literals = literals;
    }

    public static SlowText without(String text) {
        return new SlowText(text, List.of());
    }

    /** Puts the values in; empty when a variable has none (rule 51). */
    public static Optional<SlowText> with(String text, Map<String, List<String>> context) {
        StringBuilder result = new StringBuilder();
        List<String> literals = new ArrayList<>();
        Matcher matcher = BRACED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            String meant = matcher.group();
            if (matcher.group(1) != null) {
                meant = matcher.group(1);
            } else if (matcher.group(2) != null) {
                List<String> values = context.get(matcher.group(2));
                meant = values != null && values.size() == 1 ? values.get(0) : matcher.group(3);
                if (meant == null) {
                    return Optional.empty();
                }
            }
            result.append(text, from, matcher.start()).append((char) (FIRST_PLACEHOLDER + literals.size()));
            literals.add(meant);
            from = matcher.end();
        }
        return Optional.of(new SlowText(result.append(text.substring(from)).toString(), literals));
    }

    /** The same with more in front of it. */
    SlowText after(String head) {
        return new SlowText(head + text, literals);
    }

    /** The text with nothing in it a wildcard. */
    public String plain() {
        String plain = text;
        for (int i = 0; i < literals.size(); i++) {
            plain = plain.replace(String.valueOf((char) (FIRST_PLACEHOLDER + i)), literals.get(i));
        }
        return plain;
    }

    /** StringLike: one pattern over the whole text (rule 66). */
    public boolean like(String value) {
        return regex(text, ".").matcher(value).matches();
    }

    /** ArnLike: six parts, each for itself (rule 67). */
    public boolean likeArn(String value) {
        String[] wanted = text.split(":", 6);
        String[] asked = value.split(":", 6);
        if (wanted.length != 6 || asked.length != 6) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            if (!regex(wanted[i], ".").matcher(asked[i]).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Resource: a star that ends one of the first five segments crosses the colon, others there do not (rules 40 to 42). */
    public boolean covers(String resource) {
        if (text.equals("*")) {
            return true;
        }
        String[] segments = text.split(":", 6);
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < segments.length; i++) {
            whole.append(i == 0 ? "" : ":");
            if (i == 5) {
                whole.append(regex(segments[i], ".").pattern());
            } else if (segments[i].endsWith("*")) {
                whole.append(regex(segments[i].substring(0, segments[i].length() - 1), "[^:]")
                                .pattern())
                        .append(".*");
            } else {
                whole.append(regex(segments[i], "[^:]").pattern());
            }
        }
        return Pattern.compile(whole.toString(), Pattern.DOTALL)
                .matcher(resource)
                .matches();
    }

    private Pattern regex(String part, String any) {
        StringBuilder regex = new StringBuilder();
        for (char c : part.toCharArray()) {
            if (c == '*') {
                regex.append(any).append("*");
            } else if (c == '?') {
                regex.append(any);
            } else if (c >= FIRST_PLACEHOLDER && c < FIRST_PLACEHOLDER + literals.size()) {
                regex.append(Pattern.quote(literals.get(c - FIRST_PLACEHOLDER)));
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
