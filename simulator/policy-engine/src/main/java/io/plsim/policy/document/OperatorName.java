package io.plsim.policy.document;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The name of a condition operator, taken apart: set prefix, base name, {@code IfExists}.
 *
 * @param base such as {@code StringLike}
 */
public record OperatorName(SetPrefix prefix, String base, boolean ifExists) {

    /** How a set operator combines the request's values. */
    public enum SetPrefix {
        NONE(""),
        FOR_ALL_VALUES("ForAllValues:"),
        FOR_ANY_VALUE("ForAnyValue:");

        private final String text;

        SetPrefix(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private static final String IF_EXISTS = "IfExists";

    private static final Set<String> BASES = new TreeSet<>(Set.of(
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
            "Bool",
            "BinaryEquals",
            "IpAddress",
            "NotIpAddress",
            "ArnEquals",
            "ArnLike",
            "ArnNotEquals",
            "ArnNotLike",
            "Null"));

    /** Takes a name apart; empty when AWS knows no such operator. {@code NullIfExists} is none. */
    public static Optional<OperatorName> parse(String text) {
        SetPrefix prefix = SetPrefix.NONE;
        String rest = text;
        for (SetPrefix candidate : SetPrefix.values()) {
            if (candidate != SetPrefix.NONE && text.startsWith(candidate.text)) {
                prefix = candidate;
                rest = text.substring(candidate.text.length());
            }
        }
        boolean ifExists = rest.endsWith(IF_EXISTS);
        String base = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
        if (!BASES.contains(base) || ifExists && base.equals("Null")) {
            return Optional.empty();
        }
        return Optional.of(new OperatorName(prefix, base, ifExists));
    }

    /** Takes a name apart that may be wrong in case; empty when AWS knows none like it. */
    public static Optional<OperatorName> parseInAnyCase(String text) {
        Optional<OperatorName> exact = parse(text);
        return exact.isPresent() ? exact : respelled(text).flatMap(OperatorName::parse);
    }

    /** The exact spelling of a name that is right but for its case. */
    static Optional<String> respelled(String text) {
        for (SetPrefix prefix : SetPrefix.values()) {
            for (String base : BASES) {
                for (String suffix : new String[] {"", IF_EXISTS}) {
                    String exact = prefix.text + base + suffix;
                    if (exact.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))
                            && parse(exact).isPresent()) {
                        return Optional.of(exact);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
