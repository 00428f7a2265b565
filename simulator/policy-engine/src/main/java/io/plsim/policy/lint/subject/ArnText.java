package io.plsim.policy.lint.subject;

import java.util.Optional;

/**
 * An ARN of a policy, taken apart at its first five colons that do not stand inside a variable; parts may have wildcards.
 *
 * @param fields how many of the six parts are there; the missing ones are empty
 */
public record ArnText(int fields, String partition, String service, String region, String account, String resource) {
    private static final int PARTS = 6;

    /** The parts, or empty when the text does not begin with {@code arn:}. */
    public static Optional<ArnText> of(String text) {
        if (!text.startsWith("arn:")) {
            return Optional.empty();
        }
        String[] parts = {"", "", "", "", "", ""};
        int found = 0;
        int from = 0;
        boolean inside = false;
        for (int i = 0; i < text.length() && found < PARTS - 1; i++) {
            char c = text.charAt(i);
            inside = inside ? c != '}' : text.startsWith("${", i);
            if (c == ':' && !inside) {
                parts[found++] = text.substring(from, i);
                from = i + 1;
            }
        }
        parts[found++] = text.substring(from);
        return Optional.of(new ArnText(found, parts[1], parts[2], parts[3], parts[4], parts[5]));
    }

    public boolean complete() {
        return fields == PARTS;
    }

    /** The ARN with another account. */
    public String withAccount(String other) {
        return String.join(":", "arn", partition, service, region, other, resource);
    }

    /** Whether a part has a wildcard or a variable. */
    public static boolean open(String part) {
        return part.indexOf('*') >= 0 || part.indexOf('?') >= 0 || part.contains("${");
    }
}
